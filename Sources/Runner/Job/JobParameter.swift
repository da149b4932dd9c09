internal import Configuration
internal import Kernel
internal import Vocabulary

/// A parameter of a job, given as `--parameter NAME=VALUE`.
struct JobParameter: Sendable {
  let name: String
  let type: ParameterType
  /// Its value when none is given, as it would be written; nil when one must be given.
  let defaultText: String?
  let doc: String

  static let typeNames = ["text", "integer", "number", "flag", "day"]

  static let schema = Schema(
    title: "Parameter", doc: "A parameter of the job.",
    fields: [
      Field("type", .choice(typeNames), default: .text("text"), doc: "What its values are."),
      Field("default", .scalar, doc: "Its value when none is given."),
      Field("minimum", .number(-.infinity ... .infinity), doc: "The lowest number."),
      Field("maximum", .number(-.infinity ... .infinity), doc: "The highest number."),
      Field("choices", .list(.scalar), doc: "The texts that it may be."),
      Field("doc", .text, isRequired: true, doc: "One sentence on what it is."),
    ], check: faults)

  /// Reads a parameter that the schema has checked.
  init(_ name: String, _ values: SettingValues) {
    self.name = name
    type = JobParameter.type(values)
    defaultText = values.optionalText("default")
    doc = values.text("doc")
  }

  private static func type(_ values: SettingValues) -> ParameterType {
    let lowest = values.optionalNumber("minimum")
    let highest = values.optionalNumber("maximum")
    switch values.text("type") {
    case "integer":
      return .integer(
        (lowest.flatMap { Int(exactly: $0) } ?? .min)...(highest.flatMap { Int(exactly: $0) }
          ?? .max))
    case "number":
      return .number((lowest ?? -.greatestFiniteMagnitude)...(highest ?? .greatestFiniteMagnitude))
    case "flag": return .flag
    case "day": return .day
    default:
      let choices = values.texts("choices")
      return choices.isEmpty ? .text : .choice(choices)
    }
  }

  private static func faults(_ values: SettingValues) -> [Diagnostic] {
    let kind = values.text("type")
    var faults: [Diagnostic] = []
    for key in ["minimum", "maximum"] where values.optionalNumber(key) != nil {
      if !["integer", "number"].contains(kind) {
        faults.append(values.fault(key, "a parameter of type \(kind) has no \(key)"))
      } else if kind == "integer", Int(exactly: values.optionalNumber(key) ?? 0) == nil {
        faults.append(values.fault(key, "the \(key) of whole numbers is a whole number"))
      }
    }
    if let lowest = values.optionalNumber("minimum"),
      let highest = values.optionalNumber("maximum"),
      lowest > highest
    {
      faults.append(values.fault("maximum", "the maximum is below the minimum"))
    }
    if !values.texts("choices").isEmpty, kind != "text" {
      faults.append(values.fault("choices", "only a parameter of type text has choices"))
    }
    guard faults.isEmpty, let text = values.optionalText("default") else { return faults }
    do {
      _ = try type(values).read(text)
    } catch {
      faults.append(values.fault("default", "\(error)"))
    }
    return faults
  }
}

extension [JobParameter] {
  /// The value of each parameter: the one that was given, else its default.
  ///
  /// - Parameter given: the words `NAME=VALUE`.
  /// - Throws: `TowerError` with every fault.
  func values(given: [String]) throws -> [String: String] {
    var values: [String: String] = [:]
    var faults: [String] = []
    for word in given {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map(String.init)
      guard parts.count == 2 else {
        faults.append("--parameter: '\(word)' is not NAME=VALUE")
        continue
      }
      guard let parameter = first(where: { $0.name == parts[0] }) else {
        let near = nearest(to: parts[0], in: map(\.name))
        faults.append(
          "--parameter: the job has no parameter '\(parts[0])'"
            + (near.isEmpty ? "" : "; did you mean \(near.joined(separator: " or "))?"))
        continue
      }
      do {
        _ = try parameter.type.read(parts[1])
        values[parts[0]] = parts[1]
      } catch {
        faults.append("--parameter \(parts[0]): \(error)")
      }
    }
    for parameter in self where values[parameter.name] == nil {
      if let text = parameter.defaultText {
        values[parameter.name] = text
      } else if !given.contains(where: { $0.hasPrefix(parameter.name + "=") }) {
        faults.append("the parameter '\(parameter.name)' must be given: \(parameter.doc)")
      }
    }
    guard faults.isEmpty else {
      throw TowerError(
        .usage, faults.joined(separator: "\n"), hints: ["write --parameter NAME=VALUE"])
    }
    return values
  }
}

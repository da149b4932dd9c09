internal import Vocabulary

/// Reads words into the values of declared parameters and gathers every fault.
struct WordScanner {
  private let parameters: [Parameter]
  private var values: [String: [ArgumentValue]] = [:]
  private var faults: [String] = []

  init(_ parameters: [Parameter]) {
    self.parameters = parameters
  }

  /// Takes `--name value`, `--name=value` and `--flag`; gives back the words that are no options.
  mutating func takeOptions(_ words: [String], keepsUnknown: Bool) -> [String] {
    var rest: [String] = []
    var position = 0
    var isVerbatim = false
    while position < words.count {
      let word = words[position]
      position += 1
      guard word.hasPrefix("--"), !isVerbatim else {
        rest.append(word)
        continue
      }
      if word == "--" {
        isVerbatim = true
        if keepsUnknown { rest.append(word) }
        continue
      }
      let parts = word.dropFirst(2).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts.first ?? "")
      guard let parameter = parameters.first(where: { $0.name == name && !$0.isPositional }) else {
        if keepsUnknown { rest.append(word) } else { refuse(name) }
        continue
      }
      if case .flag = parameter.type {
        take(parts.count == 2 ? String(parts[1]) : "true", for: parameter)
      } else if parts.count == 2 {
        take(String(parts[1]), for: parameter)
      } else if position < words.count {
        take(words[position], for: parameter)
        position += 1
      } else {
        faults.append("--\(name) needs a value: \(parameter.type.placeholder)")
      }
    }
    return rest
  }

  /// Gives the words to the positional parameters, in their order.
  mutating func takePositional(_ words: [String]) {
    var waiting = parameters.filter(\.isPositional)[...]
    for word in words {
      guard let parameter = waiting.first else {
        faults.append("'\(word)' is one word too many")
        continue
      }
      take(word, for: parameter)
      if !parameter.isRepeated { waiting.removeFirst() }
    }
  }

  /// Adds the defaults and gives the values.
  ///
  /// - Throws: `TowerError` with every fault.
  func finished(usage: String) throws -> Arguments {
    var complete = values
    var faults = faults
    for parameter in parameters where complete[parameter.name] == nil {
      switch parameter.presence {
      case .required where !hasFault(parameter):
        faults.append("\(parameter.usage) is missing: \(parameter.doc)")
      case .defaulted(let text):
        if let value = try? parameter.type.read(text) { complete[parameter.name] = [value] }
      default: break
      }
    }
    guard faults.isEmpty else {
      throw TowerError(.usage, faults.joined(separator: "\n"), hints: ["usage: \(usage)"])
    }
    return Arguments(complete)
  }

  private mutating func take(_ text: String, for parameter: Parameter) {
    if values[parameter.name] != nil, !parameter.isRepeated {
      faults.append("--\(parameter.name) is given twice")
      return
    }
    do {
      values[parameter.name, default: []].append(try parameter.type.read(text))
    } catch {
      let label = parameter.isPositional ? parameter.name.uppercased() : "--\(parameter.name)"
      faults.append("\(label): \(error)")
    }
  }

  private mutating func refuse(_ name: String) {
    let known = parameters.filter { !$0.isPositional }.map(\.name)
    let near = nearest(to: name, in: known + GlobalOptions.parameters.map(\.name))
    let hint = near.isEmpty ? "" : "; did you mean --\(near.joined(separator: " or --"))?"
    faults.append("there is no option --\(name)\(hint)")
  }

  private func hasFault(_ parameter: Parameter) -> Bool {
    let label = parameter.isPositional ? parameter.name.uppercased() : "--\(parameter.name)"
    return faults.contains { $0.hasPrefix(label + ":") || $0.hasPrefix(label + " needs") }
  }
}

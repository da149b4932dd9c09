public import Vocabulary

/// What a parameter of a command accepts; each type has errors of its own.
public enum ParameterType: Sendable {
  case text
  case integer(ClosedRange<Int>)
  case number(ClosedRange<Double>)
  case flag
  case day
  case percentage
  /// An amount, or with `isRate` an amount for a unit of time.
  case quantity(Unit.Dimension, isRate: Bool)
  case product
  case subject
  /// A subject as `kind:id`, or any name of it; the command finds out which it is.
  case subjectName
  /// A year, or a range of years with both ends: `2019..2024`.
  case years(ClosedRange<Int>)
  case choice([String])
  /// A file that is there and can be read.
  case existingFile
  /// A place for output.
  case path
  /// A name that a value domain knows, such as a country or a material; `extra` names are accepted
  /// beside those of the domain.
  case entity(domain: String, extra: [String] = [])
  /// The identifier of a named query.
  case query
  /// A parameter of the named query on the same line, as `name=value`.
  case queryParameter

  /// What stands for the value in a usage line.
  public var placeholder: String {
    switch self {
    case .text: "TEXT"
    case .integer: "INTEGER"
    case .number: "NUMBER"
    case .flag: ""
    case .day: "YYYY-MM-DD"
    case .percentage: "PERCENT%"
    case .quantity(let dimension, let isRate):
      (dimension == .time ? "DURATION" : "QUANTITY") + (isRate ? "/yr" : "")
    case .product: "hs92/CODE"
    case .subject: "KIND:ID"
    case .subjectName: "SUBJECT"
    case .years: "YEAR[..YEAR]"
    case .choice(let names): names.joined(separator: "|")
    case .existingFile: "FILE"
    case .path: "PATH"
    case .entity(let domain, _): domain.uppercased()
    case .query: "QUERY"
    case .queryParameter: "NAME=VALUE"
    }
  }
}

/// A declared parameter of a command: an option `--name`, or a positional word.
public struct Parameter: Sendable {
  /// Whether a value must be given, and what holds when it is not.
  public enum Presence: Sendable, Equatable {
    case required
    case optional
    /// The default, written as a user would write it.
    case defaulted(String)
  }

  /// The name, in lower-case words joined by hyphens.
  public let name: String
  /// What it accepts.
  public let type: ParameterType
  /// Whether it must be given.
  public let presence: Presence
  /// Whether it is given by its place instead of by `--name`.
  public let isPositional: Bool
  /// Whether it can be given several times.
  public let isRepeated: Bool
  /// One sentence for the help.
  public let doc: String

  /// Declares an option `--name`.
  public init(
    _ name: String, _ type: ParameterType, _ presence: Presence = .optional,
    isRepeated: Bool = false, doc: String
  ) {
    self.init(
      name: name, type: type, presence: presence, isPositional: false, isRepeated: isRepeated,
      doc: doc)
  }

  /// Declares a positional parameter, required unless said otherwise.
  public static func positional(
    _ name: String, _ type: ParameterType, _ presence: Presence = .required,
    isRepeated: Bool = false, doc: String
  ) -> Parameter {
    Parameter(
      name: name, type: type, presence: presence, isPositional: true, isRepeated: isRepeated,
      doc: doc)
  }

  private init(
    name: String, type: ParameterType, presence: Presence, isPositional: Bool, isRepeated: Bool,
    doc: String
  ) {
    self.name = name
    self.type = type
    self.presence = presence
    self.isPositional = isPositional
    self.isRepeated = isRepeated
    self.doc = doc
  }

  /// The parameter as a usage line shows it.
  public var usage: String {
    let value = type.placeholder
    let word =
      isPositional ? name.uppercased() : value.isEmpty ? "--\(name)" : "--\(name) \(value)"
    guard isRepeated else { return presence == .required ? word : "[\(word)]" }
    if isPositional { return presence == .required ? word + "..." : "[\(word)...]" }
    // An option is written again for each value.
    return presence == .required ? "\(word) [\(word)]..." : "[\(word)]..."
  }
}

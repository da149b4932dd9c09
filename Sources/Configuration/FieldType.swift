public import Vocabulary

/// What a value of a configuration file may be.
public indirect enum FieldType: Sendable {
  case text
  /// A text, or a mapping with `en` and optionally `ko`.
  case localizedText
  /// A whole number; a bound at the end of `Int` counts as no bound.
  case integer(ClosedRange<Int>)
  /// A number; an infinite bound, or the greatest finite one, counts as no bound.
  case number(ClosedRange<Double>)
  case flag
  case day
  case percentage
  case quantity(Unit.Dimension)
  case product
  case subject
  case marking
  /// A level by its English or its Korean name.
  case level
  /// An ISO 3166-1 alpha-3 code, by its form.
  case country
  case choice([String])
  case path
  /// A reference to a secret: `{env: NAME}` or `{file: PATH}`.
  case secret
  case list(FieldType, minimumCount: Int = 0)
  case mapping(Schema)
  /// A mapping with free keys.
  case dictionary(FieldType)
  /// Any scalar, kept as its text.
  case scalar

  /// The values that can be listed; empty for every other type.
  var allowed: [String] {
    switch self {
    case .choice(let names): names
    case .level: Level.allCases.map(\.name)
    default: []
    }
  }

  /// Whether its values are written without quotes.
  var isBare: Bool {
    switch self {
    case .integer, .number, .flag: true
    default: false
    }
  }

  /// What a value of the type looks like, for messages.
  public var expectation: String {
    switch self {
    case .text, .scalar: "a text"
    case .path: "a path"
    case .localizedText: "a text, or a mapping with en and ko"
    case .integer(let range):
      "a whole number"
        + FieldType.span(range.lowest.map(String.init), range.highest.map(String.init))
    case .number(let range):
      "a number" + FieldType.span(range.lowest.map(numberText), range.highest.map(numberText))
    case .flag: "true or false"
    case .day: "a date such as 2025-04-04"
    case .percentage: "a percentage such as 40%"
    case .quantity(let dimension):
      "a quantity with a unit of \(dimension.rawValue) ("
        + dimension.units.map(\.rawValue).joined(separator: ", ") + ")"
    case .product: "a product code such as hs92/280530"
    case .subject: "a subject such as country:KOR"
    case .marking: "a marking such as TLP:AMBER"
    case .level, .choice: "one of " + allowed.joined(separator: ", ")
    case .country: "a country code of three capital letters such as KOR"
    case .secret: "a mapping with env or file; a secret is never written here"
    case .list(_, let count): "a list" + (count > 0 ? " of at least \(count)" : "")
    case .mapping(let schema): "a mapping (\(schema.title.lowercased()))"
    case .dictionary: "a mapping"
    }
  }

  private static func span(_ lowest: String?, _ highest: String?) -> String {
    switch (lowest, highest) {
    case (let lowest?, let highest?): " from \(lowest) to \(highest)"
    case (let lowest?, nil): " of at least \(lowest)"
    case (nil, let highest?): " of at most \(highest)"
    case (nil, nil): ""
    }
  }
}

extension ClosedRange<Int> {
  /// The lower bound; nil when there is none.
  var lowest: Int? { lowerBound == .min ? nil : lowerBound }
  /// The upper bound; nil when there is none.
  var highest: Int? { upperBound == .max ? nil : upperBound }
}

extension ClosedRange<Double> {
  /// The lower bound; nil when there is none.
  var lowest: Double? { lowerBound <= -.greatestFiniteMagnitude ? nil : lowerBound }
  /// The upper bound; nil when there is none.
  var highest: Double? { upperBound >= .greatestFiniteMagnitude ? nil : upperBound }
}

extension Unit.Dimension {
  /// The units that measure it.
  var units: [Unit] { Unit.allCases.filter { $0.dimension == self } }
}

/// A number as a person writes it: `1`, not `1.0`.
func numberText(_ number: Double) -> String {
  Int(exactly: number).map(String.init) ?? String(number)
}

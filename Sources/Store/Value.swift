public import Vocabulary

/// A value of the store, in one of SQLite's five storage classes.
public enum Value: Sendable, Hashable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])

  /// A whole number; nil is null.
  public init(_ number: Int?) { self = number.map { .integer(Int64($0)) } ?? .null }

  /// A number; nil is null.
  public init(_ number: Double?) { self = number.map { .real($0) } ?? .null }

  /// A text; nil is null.
  public init(_ text: String?) { self = text.map { .text($0) } ?? .null }

  /// A flag as 1 or 0; nil is null.
  public init(_ flag: Bool?) { self = flag.map { .integer($0 ? 1 : 0) } ?? .null }

  /// A day as `YYYY-MM-DD`; nil is null.
  public init(_ day: Day?) { self = day.map { .text($0.description) } ?? .null }

  /// The whole number, or nil for another class.
  public var integer: Int64? { if case .integer(let number) = self { number } else { nil } }

  /// The number, also of a whole one, or nil for another class.
  public var real: Double? {
    switch self {
    case .real(let number): number
    case .integer(let number): Double(number)
    default: nil
    }
  }

  /// The text, or nil for another class.
  public var text: String? { if case .text(let text) = self { text } else { nil } }

  /// Whether it is null.
  public var isNull: Bool { self == .null }
}

extension Value: CustomStringConvertible {
  /// The value as SQL writes it; of a blob only the length.
  public var description: String {
    switch self {
    case .null: "NULL"
    case .integer(let number): "\(number)"
    case .real(let number): "\(number)"
    case .text(let text):
      "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
        + "'"
    case .blob(let bytes): "(blob of \(bytes.count) bytes)"
    }
  }
}

// There is no literal for null: `value == nil` would then ask two different things at once.
extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral
{
  /// A text written in the program.
  public init(stringLiteral text: String) { self = .text(text) }

  /// A whole number written in the program.
  public init(integerLiteral number: Int64) { self = .integer(number) }

  /// A number written in the program.
  public init(floatLiteral number: Double) { self = .real(number) }
}

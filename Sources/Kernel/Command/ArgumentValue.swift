internal import Glibc
public import Vocabulary

/// The value of one parameter, read by its type.
public enum ArgumentValue: Sendable, Hashable {
  case text(String)
  case integer(Int)
  case number(Double)
  case flag(Bool)
  case day(Day)
  case percentage(Percentage)
  case quantity(Quantity)
  case product(ProductCode)
  case subject(Subject)
  case years(ClosedRange<Int>)
}

extension ParameterType {
  /// Reads a written value.
  ///
  /// The names of a value domain are checked later, against the store.
  ///
  /// - Throws: `VocabularyError` saying what was expected.
  public func read(_ text: String) throws(VocabularyError) -> ArgumentValue {
    switch self {
    case .text, .path, .entity, .subjectName, .query, .queryParameter:
      guard !text.isEmpty else { throw VocabularyError("the value is empty") }
      return .text(text)
    case .existingFile:
      guard access(text, R_OK) == 0 else {
        throw VocabularyError("'\(text)' is not a file that can be read")
      }
      return .text(text)
    case .integer(let range):
      guard let number = Int(text), range.contains(number) else {
        throw VocabularyError(
          "'\(text)' is not a whole number from \(range.lowerBound) to \(range.upperBound)")
      }
      return .integer(number)
    case .number(let range):
      guard let number = Double(text), range.contains(number) else {
        throw VocabularyError(
          "'\(text)' is not a number from \(range.lowerBound) to \(range.upperBound)")
      }
      return .number(number)
    case .flag:
      guard text == "true" || text == "false" else {
        throw VocabularyError("'\(text)' is not true or false")
      }
      return .flag(text == "true")
    case .day: return .day(try Day(text))
    case .percentage: return .percentage(try Percentage(text))
    case .quantity(let dimension, let isRate):
      return .quantity(try Self.readQuantity(text, dimension, isRate: isRate))
    case .product: return .product(try ProductCode(text))
    case .subject: return .subject(try Subject(text))
    case .years(let range): return .years(try Self.readYears(text, range))
    case .choice(let names):
      guard names.contains(text) else {
        throw VocabularyError(
          "'\(text)' is not one of \(names.joined(separator: ", "))",
          suggestions: nearest(to: text, in: names, limit: 1))
      }
      return .text(text)
    }
  }

  /// Reads a year, or a range of years with both ends.
  static func readYears(
    _ text: String, _ range: ClosedRange<Int>
  ) throws(VocabularyError) -> ClosedRange<Int> {
    let ends = text.split(separator: "..", omittingEmptySubsequences: false).map { Int($0) }
    guard ends.count <= 2, let first = ends[0], let last = ends[ends.count - 1],
      range.contains(first), range.contains(last)
    else {
      throw VocabularyError(
        "'\(text)' is not a year or a range of years from \(range.lowerBound) to "
          + "\(range.upperBound); write 2023, or 2019..2023")
    }
    guard first <= last else {
      throw VocabularyError("'\(text)' ends before it begins; write \(last)..\(first)")
    }
    return first...last
  }

  private static func readQuantity(
    _ text: String, _ dimension: Unit.Dimension, isRate: Bool
  ) throws(VocabularyError) -> Quantity {
    let quantity = try Quantity(text)
    guard quantity.unit.dimension == dimension else {
      throw VocabularyError("'\(text)' is not a quantity of \(dimension.rawValue)")
    }
    guard (quantity.period != nil) == isRate else {
      throw VocabularyError(
        isRate
          ? "'\(text)' says no time; write for example \(text)/yr"
          : "'\(text)' is a rate; write the amount without a unit of time")
    }
    guard quantity.value >= 0 else { throw VocabularyError("'\(text)' is below zero") }
    return quantity
  }
}

/// A product of the Harmonized System, always with its edition: `hs92/280530`.
///
/// Codes of two editions are never compared as text; a prefix (`hs92/2805`) names a heading.
public struct ProductCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The editions of the Harmonized System, oldest first.
  public static let editions = ["hs92", "hs96", "hs02", "hs07", "hs12", "hs17", "hs22"]

  /// The edition, one of `editions`.
  public let edition: String
  /// Two to ten digits: a chapter, a heading, a subheading or a national line.
  public let digits: String

  /// An edition as people call it: `HS 1992` for `hs92`.
  public static func title(ofEdition edition: String) -> String {
    let year = edition.drop { !$0.isNumber }
    return "HS \(year.hasPrefix("9") ? "19" : "20")\(year)"
  }

  /// Reads `edition/digits`, such as `hs92/280530` or the heading `hs92/2805`.
  ///
  /// - Throws: `VocabularyError` naming the edition or the digits at fault.
  public init(_ text: some StringProtocol) throws(VocabularyError) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      throw VocabularyError(
        "'\(text)' is not a product code; write edition/digits, for example hs92/280530")
    }
    try self.init(edition: String(parts[0]), digits: String(parts[1]))
  }

  /// Makes a code from an edition and its digits.
  ///
  /// - Throws: `VocabularyError` naming the edition or the digits at fault.
  public init(edition: String, digits: String) throws(VocabularyError) {
    let lowered = edition.lowercased()
    guard ProductCode.editions.contains(lowered) else {
      throw VocabularyError(
        "'\(edition)' is not an edition of the Harmonized System; the editions are "
          + ProductCode.editions.joined(separator: ", "),
        suggestions: nearest(to: lowered, in: ProductCode.editions, limit: 1))
    }
    let isNumber = digits.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard isNumber, (2...10).contains(digits.utf8.count), digits.utf8.count.isMultiple(of: 2) else {
      throw VocabularyError(
        "'\(digits)' is not a Harmonized System code; it has 2, 4, 6, 8 or 10 digits")
    }
    self.edition = lowered
    self.digits = digits
  }

  /// `edition/digits`.
  public var description: String { edition + "/" + digits }

  /// Whether this code, as a prefix, contains the other: same edition, and its digits lead.
  public func contains(_ other: ProductCode) -> Bool {
    edition == other.edition && other.digits.hasPrefix(digits)
  }

  /// The product as the subject of a statement.
  public var subject: Subject { Subject(kind: "product", identifier: description) }

  /// Orders by edition as text, then by digits.
  public static func < (first: ProductCode, second: ProductCode) -> Bool {
    (first.edition, first.digits) < (second.edition, second.digits)
  }
}

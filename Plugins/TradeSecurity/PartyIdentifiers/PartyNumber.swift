/// A number that a party bears, without what does not tell it from other numbers.
public struct PartyNumber: Hashable, Sendable {
  /// Its letters and digits, capitals only.
  public let number: String
  /// The system it belongs to; nil when that is not known.
  public let scheme: IdentifierScheme?
  /// Who gave it, by any one code system; nil when unknown.
  public let country: String?

  /// Reads a number as printed: `IMO 9187629`, `lei:5493001KJTIIGC8Y1R12`, `A-333602`.
  ///
  /// A text without a digit is no number, save a Business Identifier Code, and one of fewer than four
  /// characters tells nobody from others: nil for both.
  ///
  /// - Parameters:
  ///   - text: the number, or the name of its system, a colon and the number.
  ///   - scheme: the system it belongs to; nil reads it from the text where that names it.
  ///   - country: who gave it.
  public init?(_ text: String, scheme: IdentifierScheme? = nil, country: String? = nil) {
    var number = text
    var known = scheme == .other ? nil : scheme
    if known == nil, let colon = text.firstIndex(of: ":") {
      let rest = String(text[text.index(after: colon)...])
      let named = IdentifierScheme(kind: String(text[..<colon]), number: rest)
      if named != .other { (known, number) = (named, rest) }
    }
    let plain = PartyNumber.plain(number)
    if let digits = IdentifierScheme.digitsOfIMO(plain) {
      self.number = digits
      self.scheme = known == .imoCompany ? .imoCompany : .imo
    } else {
      self.number = plain
      self.scheme = known
    }
    self.country = country
    let hasDigit = self.number.utf8.contains { (0x30...0x39).contains($0) }
    guard self.number.utf8.count >= 4, hasDigit || known == .bic else { return nil }
  }

  /// A number without spaces, dashes and case.
  public static func plain(_ number: String) -> String {
    String(
      String.UnicodeScalarView(
        number.uppercased().unicodeScalars.filter {
          $0.properties.isAlphabetic || ("0"..."9").contains($0)
        }))
  }
}

/// What the numbers of two parties say of whether they are one.
public enum NumberAgreement: Hashable, Sendable {
  /// Both bear a number of one system, or one whose system one side does not tell.
  case equal(String)
  /// Both bear the number, in systems that are not the same, or it is too short to be sure.
  case alike(String)
  /// Both bear numbers of a system that gives a party one number, and not the same; the system.
  case different(IdentifierScheme)

  /// The least length of a number that decides.
  public static let decisiveLength = 6

  /// What two sets of numbers say; nil where nothing can be compared.
  ///
  /// Numbers a letter apart, as typed wrong, neither agree nor contradict each other, and numbers
  /// of one system given by two countries do not either.
  public static func of(_ first: Set<PartyNumber>, _ second: Set<PartyNumber>) -> NumberAgreement? {
    var alike: String?
    var different: IdentifierScheme?
    var isNear = false
    for ours in first.sorted(by: { $0.number < $1.number }) {
      for theirs in second where ours.number == theirs.number {
        let isSameKind = ours.scheme == nil || theirs.scheme == nil || ours.scheme == theirs.scheme
        if isSameKind, ours.number.utf8.count >= decisiveLength { return .equal(ours.number) }
        alike = ours.number
      }
      for theirs in second {
        guard let scheme = ours.scheme, scheme == theirs.scheme else { continue }
        if let country = ours.country, let other = theirs.country, country != other { continue }
        if isOneApart(Array(ours.number.utf8), Array(theirs.number.utf8)) { isNear = true }
        if scheme.weightOfDifference > different?.weightOfDifference ?? 0 { different = scheme }
      }
    }
    if let alike { return .alike(alike) }
    return isNear ? nil : different.map(NumberAgreement.different)
  }

  /// Whether two numbers of one length differ in one place, or in two neighbours swapped.
  private static func isOneApart(_ first: [UInt8], _ second: [UInt8]) -> Bool {
    guard first.count == second.count else { return false }
    let places = first.indices.filter { first[$0] != second[$0] }
    return places.count == 1
      || places.count == 2 && places[1] == places[0] + 1 && first[places[0]] == second[places[1]]
        && first[places[1]] == second[places[0]]
  }
}

extension IdentifierScheme {
  /// What a difference between two numbers of the system takes from a score of 0 to 1.
  ///
  /// A ship keeps its number for life and a firm its LEI, so that a difference tells two parties apart.
  /// Registers and tax offices of one state may give a party several numbers; a passport, a call
  /// sign and a radio identity are replaced; a party has as many wallets and securities as it likes.
  public var weightOfDifference: Double {
    switch self {
    case .imo, .imoCompany, .lei: 0.3
    case .nationalID, .tax, .registration, .bic, .aircraft: 0.15
    case .passport, .mmsi, .callSign: 0.05
    case .isin, .wallet, .other: 0
    }
  }
}

import PartyIdentifiers
import Testing

@Suite("Numbers that tell a party from others")
struct CheckDigitsTests {
  @Test(
    "check digits of published numbers are right, and one changed digit is found",
    arguments: [
      // The examples of IMO Resolution A.1117(30), ISO 17442 (Deutsche Bank), ISO 6166 (Apple),
      // and public registers: Sberbank, Gazprom, Samsung Electronics, Huawei.
      ("IMO 9074729", IdentifierScheme.imo, nil), ("9187629", .imo, nil),
      ("IMO 5342883", .imoCompany, nil),
      ("7LTWFZYICNSX8D621K86", .lei, nil), ("US0378331005", .isin, nil),
      ("7707083893", .tax, "RUS"), ("1027700132195", .registration, "RUS"),
      ("500100732259", .tax, "RUS"), ("124-81-00998", .tax, "KOR"),
      ("11010519491231002X", .nationalID, "CHN"), ("914403001922038216", .registration, "CHN"),
    ] as [(String, IdentifierScheme, String?)])
  func checked(number: String, scheme: IdentifierScheme, country: String?) {
    #expect(CheckDigits.verdict(number, scheme, country: country) == .valid)
    var digits = Array(number)
    guard let place = digits.lastIndex(where: { ("0"..."8").contains($0) }) else { return }
    digits[place] = Character(String((digits[place].wholeNumberValue ?? 0) + 1))
    #expect(CheckDigits.verdict(String(digits), scheme, country: country) == .invalid)
  }

  @Test("the form of a bank's code is checked; what has no known check digit has no verdict")
  func forms() {
    #expect(CheckDigits.verdict("HAVIGB2L", .bic) == .valid)
    #expect(CheckDigits.verdict("HAVIGB2", .bic) == .invalid)
    #expect(CheckDigits.verdict("A1084010", .passport) == nil)
    #expect(CheckDigits.verdict("14063277", .registration, country: "RUS") == nil)
    #expect(CheckDigits.verdict("", .imo) == .invalid)
    #expect(CheckDigits.verdict("\u{661}\u{662}\u{663}4567", .imo) == .invalid)
  }

  @Test(
    "the scheme follows from what a list calls the number",
    arguments: [
      ("Vessel Registration Identification", "IMO 9187629", IdentifierScheme.imo),
      ("Vessel Registration Identification", "32742", .registration),
      ("Passport", "A1", .passport), ("Diplomatic Passport", "A1", .passport),
      ("SWIFT/BIC", "HAVIGB2L", .bic), ("Tax ID No.", "1", .tax), ("NIT #", "1", .tax),
      ("Cedula No.", "1", .nationalID), ("National ID No.", "1", .nationalID),
      ("Registration ID", "1", .registration), ("MMSI", "572469210", .mmsi),
      ("National Fiscal Code", "1", .tax), ("Digital Currency Address - XBT", "1", .wallet),
      ("Website", "x.com", .other), ("IMO (vessel identification)", "9187629", .imo),
    ] as [(String, String, IdentifierScheme)])
  func schemes(kind: String, number: String, expected: IdentifierScheme) {
    #expect(IdentifierScheme(kind: kind, number: number) == expected)
  }
}

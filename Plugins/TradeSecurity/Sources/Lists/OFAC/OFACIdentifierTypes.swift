/// The kinds of numbers and statements that the US Treasury's lists print, as they call them (idType
/// of the SDN list of 7 May 2024).
///
/// The older layout prints them inside the remarks, where only these words tell where a number begins.
enum OFACIdentifierTypes {
  /// The kind that a part of the remarks begins with, and the rest; nil where it begins with none.
  static func split(_ part: String) -> (kind: String, rest: String)? {
    guard let kind = byLength.first(where: { part.hasPrefix($0 + " ") }) else { return nil }
    return (kind, String(part.dropFirst(kind.count + 1)))
  }

  /// Whether a text is one of the kinds.
  static func isKind(_ text: String) -> Bool { all.contains(text) }

  private static let all = Set(names)
  private static let byLength = names.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }

  private static let names = [
    "Additional Sanctions Information -", "Afghan Money Service Provider License Number",
    "Aircraft Construction Number (also called L/N or S/N or F/N)", "Aircraft Manufacture Date",
    "Aircraft Manufacturer's Serial Number (MSN)", "Aircraft Mode S Transponder Code",
    "Aircraft Model", "Aircraft Operator", "Aircraft Serial Identification",
    "Aircraft Tail Number", "BIK (RU)", "Birth Certificate Number", "Bosnian Personal ID No.",
    "Branch Unit Number", "British National Overseas Passport", "Business Number",
    "Business Registration Document #", "Business Registration Number", "C.I.F.", "C.I.N.",
    "C.R. No.", "C.U.I.", "C.U.I.P.", "C.U.I.T.", "C.U.R.P.", "CAATSA Section 235 Information:",
    "CNP (Personal Numerical Code)", "Cartilla de Servicio Militar Nacional", "Cedula No.",
    "Central Registration System Number", "Certificate of Incorporation Number",
    "Chamber of Commerce Number", "Chinese Commercial Code", "Citizen's Card Number",
    "Commercial Registry Number", "Company Number", "Credencial electoral", "D-U-N-S Number",
    "D.N.I.", "Digital Currency Address - ARB", "Digital Currency Address - BCH",
    "Digital Currency Address - BSC", "Digital Currency Address - BSV",
    "Digital Currency Address - BTG", "Digital Currency Address - DASH",
    "Digital Currency Address - ETC", "Digital Currency Address - ETH",
    "Digital Currency Address - LTC", "Digital Currency Address - TRX",
    "Digital Currency Address - USDC", "Digital Currency Address - USDT",
    "Digital Currency Address - XBT", "Digital Currency Address - XMR",
    "Digital Currency Address - XRP", "Digital Currency Address - XVG",
    "Digital Currency Address - ZEC", "Diplomatic Passport", "Driver's License No.",
    "Dubai Chamber of Commerce Membership No.", "Economic Register Number (CBLS)",
    "Effective Date (EO 14024 Directive 2):", "Effective Date (EO 14024 Directive 3):",
    "Electoral Registry No.", "Email Address", "Enterprise Number", "Equity Ticker",
    "Executive Order 13662 Directive Determination -", "Executive Order 13846 information:",
    "Executive Order 14024 Directive Information",
    "Executive Order 14024 Directive Information -", "File Number", "Fiscal Code",
    "Folio Mercantil No.", "Former Vessel Flag", "Government Gazette Number", "I.F.E.",
    "IFCA Determination -", "ISIN", "Identification Number", "Immigration No.",
    "Istanbul Chamber of Comm. No.", "Italian Fiscal Code", "Kenyan ID No.", "LE Number",
    "Legal Entity Number", "License", "Listing Date (EO 14024 Directive 2):",
    "Listing Date (EO 14024 Directive 3):", "MICEX Code", "MMSI", "MSB Registration Number",
    "Matricula Mercantil No", "Military Registration Number", "Moroccan Personal ID No.",
    "N.I.E.", "N.I.F.", "NIT #", "National Foreign ID Number", "National ID No.",
    "Nationality of Registration", "Numero Unico de Identificacao Tributaria (NUIT)",
    "Numero de Identidad", "Organization Code", "Organization Established Date",
    "Organization Type:", "Other Vessel Call Sign", "Other Vessel Flag", "Other Vessel Type",
    "PEESA Information:", "Paraguayan tax identification number", "Passport", "Permit Number",
    "Personal ID Card", "Phone Number", "Pilot License Number", "Previous Aircraft Tail Number",
    "Public Registration Number", "Public Security and Immigration No.", "R.F.C.", "RFC", "RIF #",
    "RTN", "RUC #", "Refugee ID Card", "Registered Charity No.",
    "Registration Certificate Number (Dubai)", "Registration Country", "Registration ID",
    "Registration Number", "Residency Number", "Romanian C.R.", "Romanian Permanent Resident",
    "Romanian Tax Registration",
    "Russian State Individual Business Registration Number Pattern (OGRNIP)", "SRE Permit No.",
    "SSN", "SWIFT/BIC", "Seafarer's Identification Document", "Secondary sanctions risk:",
    "Serial No.", "Stateless Person ID Card", "Stateless Person Passport", "Target Type",
    "Tax ID No.", "Tazkira National ID Card", "Tourism License No.", "Trade License No.",
    "Trademark number",
    "Transactions Prohibited For Persons Owned or Controlled By U.S. Financial Institutions:",
    "Travel Document Number", "Turkish Identification Number", "UAE Identification",
    "UK Company Number", "UN/LOCODE", "US FEIN", "Unified Social Credit Code (USCC)",
    "United Social Credit Code Certificate (USCCC)", "V.A.T. Number",
    "Vessel Registration Identification", "Vessel Year of Build", "VisaNumberID", "Website",
  ]
}

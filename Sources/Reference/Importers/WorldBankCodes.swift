/// The codes by which the World Bank named countries apart from ISO 3166-1.
///
/// Older publications of the Worldwide Governance Indicators use them (World Bank, World Development
/// Indicators, "Economy codes" of the editions up to 2016). Kosovo has no code in ISO 3166-1; XKX,
/// of the range that the standard leaves to its users, is what the World Bank writes today.
enum WorldBankCodes {
  private static let present = [
    "ADO": "AND", "KSV": "XKX", "ROM": "ROU", "TMP": "TLS", "WBG": "PSE", "ZAR": "COD",
  ]

  /// The code of ISO 3166-1 alpha-3 in place of one of the World Bank's own; any other as it is.
  static func iso(_ code: String) -> String { present[code] ?? code }
}

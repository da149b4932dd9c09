internal import Kernel
internal import Vocabulary

/// How a finding's number is written in a report.
enum ReportNumber {
  /// The number with its unit; empty where the finding has none.
  static func text(_ finding: Finding, in language: Language) -> String {
    guard let value = finding.value else { return "" }
    // Shares are told apart from other pure numbers by their unit; percents come as they are.
    if finding.unit == "share" { return StatementNumber.percent(value).text(in: language) }
    guard let name = finding.unit else { return StatementNumber.number(value) }
    guard let unit = Unit(rawValue: name) else { return StatementNumber.number(value) + " " + name }
    return StatementNumber.amount(value, unit).text(in: language)
  }
}

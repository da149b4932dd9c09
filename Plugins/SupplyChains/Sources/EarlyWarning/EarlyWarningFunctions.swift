internal import EarlyWarning
internal import Kernel
internal import Store
internal import Vocabulary

/// The table-valued functions of early warning; each gives the rows of the command of its kind.
enum EarlyWarningFunctions {
  static let all = [alerts, rules]

  private static let alerts = FunctionDescriptor(
    "early_warning",
    doc: "What a rule says of a monthly series in the last month, with what the rule was worth.",
    arguments: [
      .optional("of_series", .text, doc: "One series only."),
      .optional("by_rule", .text, doc: "One rule only."),
    ], columns: WarningAnswer.columns, estimatedRows: 1000
  ) { call in
    let study = try WarningStudy(MonthlySeries(asOf: call.asOf, call.reader), call.reader)
    let name = try call.known("of_series", among: study.series.panel.names)
    let rule = try call.known("by_rule", among: WarningStudy.names)
    return RowProducer(
      WarningAnswer(study, name: name, rule: rule, includesQuiet: true).rows)
  }

  private static let rules = FunctionDescriptor(
    "early_warning_rule", doc: "What a rule of early warning was worth on months not seen.",
    arguments: [
      .optional("from_year", .integer, doc: "The first year to judge; given with to_year."),
      .optional("to_year", .integer, doc: "The last year to judge; given with from_year."),
    ], columns: WarningRuleAnswer.columns, estimatedRows: 12
  ) { call in
    let series = try MonthlySeries(asOf: call.asOf, call.reader)
    return RowProducer(
      WarningRuleAnswer.rows(
        try WarningStudy(series, heldOut: call.years(), call.reader)))
  }
}

extension FunctionCall {
  fileprivate func known(_ argument: String, among names: [String]) throws -> String? {
    guard let name = try optionalText(argument) else { return nil }
    guard names.contains(name) else {
      let near = nearest(to: name, in: names)
      throw TowerError(
        .usage,
        "\(argument): '\(name)' is not known"
          + (near.isEmpty ? "" : "; did you mean \(near.joined(separator: " or "))?"))
    }
    return name
  }

  fileprivate func years() throws -> ClosedRange<Int>? {
    let (first, last) = (try optionalInteger("from_year"), try optionalInteger("to_year"))
    guard first != nil || last != nil else { return nil }
    guard let first, let last, first <= last, (1800...2199).contains(first),
      (1800...2199).contains(last)
    else {
      throw TowerError(.usage, "from_year and to_year are two years from 1800 to 2199, in order")
    }
    return first...last
  }
}

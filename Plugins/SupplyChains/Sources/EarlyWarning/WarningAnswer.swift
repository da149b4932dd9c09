internal import EarlyWarning
internal import Kernel
internal import Store
internal import Vocabulary

/// What each rule says of each series in the last month: the answer of the command and the function.
struct WarningAnswer {
  /// A row for each series and rule.
  let rows: [[Value]]
  let notes: [String]

  /// Answers for the last month of a study.
  ///
  /// - Parameters:
  ///   - name: one series only; nil for all.
  ///   - rule: one rule only; nil for all.
  ///   - includesQuiet: whether a series without an alert has a row as well.
  init(_ study: WarningStudy, name: String?, rule: String?, includesQuiet: Bool) {
    let panel = study.series.panel
    let place = panel.monthCount - 1
    var rows: [[Value]] = []
    var untold = 0
    var quiet = 0
    for series in 0..<panel.seriesCount where name == nil || panel.names[series] == name {
      for standing in study.standings where rule == nil || standing.name == rule {
        let score = standing.scores.values[series * panel.monthCount + place]
        let isAlert = score.isNaN ? nil : score > standing.threshold
        if isAlert == nil { untold += 1 }
        if isAlert == false { quiet += 1 }
        guard includesQuiet || isAlert == true else { continue }
        rows.append(
          [
            .text(panel.names[series]), Value(study.series.titles[series]),
            .text(panel.last.description), Value(panel.value(series, at: place)),
            Value(study.series.units[series]), .text(standing.name),
            score.isNaN ? .null : .real(score), .real(standing.threshold), Value(isAlert),
          ] + WarningAnswer.worth(standing))
      }
    }
    self.rows = rows
    notes =
      study.notes + [
        "of \(panel.last): \(rows.count { $0[8] == 1 }) alerts, \(quiet) without one, \(untold) "
          + "that cannot be told"
      ]
  }

  private static func worth(_ standing: WarningStudy.Standing) -> [Value] {
    let skill = standing.skill
    return [
      Value(skill?.precision), Value(skill?.recall), Value(skill?.lead),
      Value(skill?.alertsPerYear), Value(skill?.baseRate), Value(skill?.lift),
      .text((skill?.verdict ?? .cannotTell).rawValue),
    ]
  }

  static let columns =
    [
      Column("series", .text, doc: "The series."),
      Column("title", .text, doc: "Its name; null when it is not known."),
      Column("month", .text, doc: "The month that is judged."),
      Column("value", .real, doc: "The value of the month; null when it is a gap."),
      Column("unit", .text, doc: "The unit of the value; null when it is not known."),
      Column("rule", .text, doc: "The rule."),
      Column("score", .real, doc: "What the rule measures; null when it cannot be told."),
      Column("threshold", .real, doc: "Above this the rule alerts."),
      Column("alert", .flag, doc: "Whether it alerts; null when it cannot be told."),
    ] + worthColumns

  /// What a rule was worth on the held-out months.
  static let worthColumns = [
    Column("precision", .real, doc: "The share of its alerts with the rise ahead, 0 to 1."),
    Column("recall", .real, doc: "The share of months with the rise ahead in which it alerted."),
    Column(
      "lead", .real, unit: "months",
      doc: "From the first alert of an event to the first month above the bar; the middle one."),
    Column("alerts_per_year", .real, doc: "Alerts a year over all series."),
    Column(
      "base_rate", .real,
      doc: "The share of all months with the rise ahead: the precision of alerts drawn by lot."),
    Column("lift", .real, doc: "Precision over base rate."),
    Column(
      "verdict", .text,
      doc: "'skill' where the lower end of the precision's 95 % interval is above the base rate, "
        + "else 'no skill'; 'cannot tell' without alerts or events."),
  ]
}

internal import EarlyWarning
internal import Kernel
internal import Store
internal import Vocabulary

/// What each rule was worth on the held-out months: the answer of the command and the function.
enum WarningRuleAnswer {
  /// A row for each rule.
  static func rows(_ study: WarningStudy) -> [[Value]] {
    study.standings.map { standing in
      let skill = standing.skill
      let onsets = standing.onsets
      let interval = skill?.precisionInterval
      return [
        .text(standing.name), .real(standing.threshold),
        Value(standing.training?.lowerBound.description),
        Value(standing.training?.upperBound.description),
        Value(study.window?.lowerBound.description), Value(study.window?.upperBound.description),
        Value(skill?.precision), Value(skill?.recall), Value(skill?.lead),
        Value(skill?.alertsPerYear), Value(skill?.baseRate), Value(skill?.lift),
        .text((skill?.verdict ?? .cannotTell).rawValue), Value(interval?.lower),
        Value(interval?.upper), Value(skill?.liftAtRecall30), Value(skill?.months),
        Value(skill?.eventMonths), Value(skill?.alerts), Value(skill?.untold),
        Value(skill?.events), Value(skill?.eventRecall), Value(onsets?.alertsPerHundredMonths),
        Value(onsets?.precision), Value(onsets?.recall), Value(onsets?.baseRate),
        .text(standing.formula),
      ]
    }
  }

  static let columns =
    [
      Column("rule", .text, doc: "The rule."),
      Column("threshold", .real, doc: "Above this it alerts."),
      Column("training_first", .text, doc: "The first month that it was fitted to; null without."),
      Column("training_last", .text, doc: "The last month that it was fitted to; null without."),
      Column("held_out_first", .text, doc: "The first month on which it is judged."),
      Column("held_out_last", .text, doc: "The last month on which it is judged."),
    ] + WarningAnswer.worthColumns + [
      Column("precision_low", .real, doc: "The lower end of the precision's 95 % interval."),
      Column("precision_high", .real, doc: "The upper end of that interval."),
      Column(
        "lift_at_recall_30", .real,
        doc: "The lift at the threshold that would have had a recall of 0.30, chosen with "
          + "hindsight; null where none has it."),
      Column("months", .integer, doc: "How many months of series have a known outcome."),
      Column("event_months", .integer, doc: "In how many of them the rise lay ahead."),
      Column("alerts", .integer, doc: "In how many of them the rule alerted."),
      Column("untold", .integer, doc: "In how many of them it could not tell."),
      Column("events", .integer, doc: "How many unbroken runs of months with the rise ahead."),
      Column("event_recall", .real, doc: "The share of those in which it alerted at least once."),
      Column("onset_alerts_per_hundred", .real, doc: "Alerts in a hundred months of series."),
      Column(
        "onset_precision", .real,
        doc: "The share of alerts with an onset, the first month of an event, in the same month or "
          + "within the six after."),
      Column(
        "onset_recall", .real,
        doc: "The share of onsets with an alert in the same month or within the six before."),
      Column(
        "onset_base_rate", .real, doc: "The share of months at most six months before an onset."),
      Column("formula", .text, doc: "What the rule measures."),
    ]
}

internal import EarlyWarning
internal import Kernel
internal import Store
internal import Vocabulary

/// Every rule on the same series, with what each was worth on months that shaped none of them.
struct WarningStudy {
  /// A rule with what it measures and what it was worth.
  struct Standing {
    let name: String
    /// What it measures, in words.
    let formula: String
    let threshold: Double
    let scores: Scores
    /// What it was worth; nil when no held-out month has a known outcome.
    let skill: RuleSkill?
    /// The same, counted by onsets.
    let onsets: OnsetSkill?
    /// The months that it was fitted to; nil for a rule without a fit.
    let training: ClosedRange<Month>?
  }

  let series: MonthlySeries
  /// The held-out months; nil when none has a known outcome.
  let window: ClosedRange<Month>?
  let standings: [Standing]
  let notes: [String]

  /// The names of all rules.
  static let names = AlertRule.all.map(\.name) + [FittedRule.name]

  /// Judges the rules.
  ///
  /// - Parameters:
  ///   - heldOut: the years to judge; nil for all months after the training window, and without a
  ///     fit for all months, since nothing was fitted then.
  ///   - coverage: the share of the held-out months that a judged series must hold, 0 to 1.
  init(
    _ series: MonthlySeries, heldOut: ClosedRange<Int>? = nil, coverage: Double = 0,
    _ connection: Connection
  ) throws {
    let panel = series.panel
    let asked = heldOut.map {
      Month(number: $0.lowerBound * 12)...Month(number: $0.upperBound * 12 + 11)
    }
    let fit = try StoredFit.latest(before: asked?.lowerBound ?? panel.last, connection)
    let first = asked?.lowerBound ?? fit?.rule.training.upperBound.advanced(by: 1) ?? panel.first
    // The outcome of a later month is not known yet.
    let last = panel.last.advanced(by: -RiseEvent.horizon)
    let end = min(last, asked?.upperBound ?? last)
    let window = first <= end ? first...end : nil
    let chosen = panel.series(covering: asked ?? window ?? first...first, share: coverage)
    let outcomes = Outcomes(panel)
    let measures = Dictionary(
      uniqueKeysWithValues: Measure.allCases.map { ($0, Scores($0, panel)) })
    func standing(
      _ name: String, _ formula: String, _ scores: Scores, _ threshold: Double,
      _ training: ClosedRange<Month>?
    ) -> Standing {
      Standing(
        name: name, formula: formula, threshold: threshold, scores: scores,
        skill: window.map {
          RuleSkill(scores, threshold: threshold, panel, outcomes, series: chosen, window: $0)
        },
        onsets: window.map {
          OnsetSkill(scores, threshold: threshold, panel, outcomes, series: chosen, window: $0)
        }, training: training)
    }
    standings =
      AlertRule.all.compactMap { rule in
        measures[rule.measure].map {
          standing(rule.name, rule.measure.formula, $0, rule.threshold, nil)
        }
      }
      + (fit.map {
        [
          standing(
            FittedRule.name, FittedRule.formula, $0.rule.probabilities(panel), $0.rule.threshold,
            $0.rule.training)
        ]
      } ?? [])
    self.series = series
    self.window = window
    notes = series.notes + WarningStudy.notes(fit, series, window, asked)
  }

  private static func notes(
    _ fit: StoredFit?, _ series: MonthlySeries, _ window: ClosedRange<Month>?,
    _ asked: ClosedRange<Month>?
  ) -> [String] {
    var notes: [String] = []
    if fit == nil {
      let before = asked.map { " that ends before \($0.lowerBound)" } ?? ""
      notes.append(
        "the rule '\(FittedRule.name)' is left out: the store holds no fit\(before); "
          + "tower supply early-warning-fit --training YEAR..YEAR makes one")
    }
    if let fit, fit.sources != series.sources {
      notes.append(
        "the rule '\(FittedRule.name)' was fitted to \(fit.sources.joined(separator: ", ")), which is "
          + "not what is judged here")
    }
    if window == nil {
      notes.append("no rule can be judged: no held-out month has a known outcome yet")
    }
    return notes
  }
}

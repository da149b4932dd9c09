internal import Configuration
internal import Dependence
internal import Vocabulary

/// How wrong flows are taken to be, and how often they are drawn anew.
struct IntervalSettings {
  /// The number of draws, the seed and the bounds of thin data.
  let rule: IntervalRule
  /// The relative error of a value where no mirror gap is measured.
  let assumedError: Double
  /// How many mirror gaps of a product speak for its other flows.
  let minimumGaps: Int
  /// Freight and insurance over a value without them.
  let freightMargin: Double

  init(_ values: SettingValues, thin: ThinBounds) {
    rule = IntervalRule(
      draws: values.integer("interval_draws"), seed: UInt64(values.integer("interval_seed")),
      thin: thin)
    assumedError = values.percentage("value_error").fraction
    minimumGaps = values.integer("mirror_minimum_gaps")
    freightMargin = values.percentage("cif_fob_margin").fraction
  }

  static let fields = [
    Field(
      "interval_draws", .integer(20...100_000), default: .integer(400),
      doc: "How many times the flows are drawn anew for an interval; a working proposal."),
    Field(
      "interval_seed", .integer(0...Int.max), default: .integer(1),
      doc: "The seed of the draws: the same seed and flows give the same intervals."),
    Field(
      "value_error", .percentage, default: Percentage(fraction: 0.1).map(SettingValue.percentage),
      doc:
        "The relative standard error of a flow's value where no reports of exporter and importer "
        + "tell it; a working proposal."),
    Field(
      "mirror_minimum_gaps", .integer(1...100_000), default: .integer(5),
      doc: "So many mirror gaps of a product speak for its flows without one; a working proposal."),
    Field(
      "cif_fob_margin", .percentage,
      default: Percentage(fraction: 0.06).map(SettingValue.percentage),
      doc: "Freight and insurance over the value without them, by which importers' reports are "
        + "brought to the exporter's border; 6% as in the IMF's Direction of Trade Statistics "
        + "(Marini, Dippelsman & Stanger, IMF Working Paper 18/16)."),
  ]
}

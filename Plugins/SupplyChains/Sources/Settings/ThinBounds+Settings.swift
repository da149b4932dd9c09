internal import Configuration
internal import Dependence
internal import Vocabulary

extension ThinBounds {
  /// Reads the bounds from the settings.
  init(_ values: SettingValues) {
    self.init(
      suppliers: values.integer("thin_suppliers"),
      measuredFlows: values.integer("thin_measured_flows"), value: values.number("thin_value"),
      unmeasuredShare: values.percentage("thin_unmeasured").fraction)
  }

  static let fields = [
    Field(
      "thin_suppliers", .integer(0...1000), default: .integer(3),
      doc: "With fewer suppliers than this an indicator is called thin; a working proposal."),
    Field(
      "thin_measured_flows", .integer(0...1000), default: .integer(10),
      doc: "With fewer flows that have a quantity than this the world's unit values are called "
        + "thin; a working proposal."),
    Field(
      "thin_value", .number(0...1_000_000_000), default: .number(100),
      doc: "Trade below this value, in thousand US dollars, is called thin; a working proposal."),
    Field(
      "thin_unmeasured", .percentage,
      default: Percentage(fraction: 0.5).map(SettingValue.percentage),
      doc: "Above this share of value without a quantity an indicator is called thin; a working "
        + "proposal."),
  ]
}

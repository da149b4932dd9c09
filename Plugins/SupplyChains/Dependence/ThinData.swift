/// Why an indicator rests on too little to be trusted.
public enum ThinData: Sendable, Hashable {
  /// So few suppliers, or so few flows with a quantity.
  case few(Int)
  /// So little trade, in the unit of the flows.
  case little(Double)
  /// Such a share of the value has no known quantity.
  case unmeasured(Double)
}

/// Where data begin to be thin.
public struct ThinBounds: Sendable, Hashable {
  /// Fewer suppliers than this are few.
  public let suppliers: Int
  /// Fewer flows with a quantity than this give no distribution of unit values.
  public let measuredFlows: Int
  /// Less trade than this is little, in the unit of the flows.
  public let value: Double
  /// A greater share of the value without a quantity than this is much.
  public let unmeasuredShare: Double

  /// Makes bounds.
  public init(suppliers: Int, measuredFlows: Int, value: Double, unmeasuredShare: Double) {
    self.suppliers = suppliers
    self.measuredFlows = measuredFlows
    self.value = value
    self.unmeasuredShare = unmeasuredShare
  }
}

/// The bounds above which a criterion holds.
public struct DependenceThresholds: Sendable, Hashable {
  /// For the concentration of imports and of world exports (criteria 1 and 2, EU indicator 1).
  public let concentration: Double
  /// For imports over exports (criterion 3, EU indicator 3).
  public let importExportRatio: Double
  /// For the share of imports from outside a group (EU indicator 2).
  public let outsideShare: Double

  /// The bounds of CEPII and of the European Commission: 0.4, 1 and 0.5.
  public static let published = DependenceThresholds(
    concentration: 0.4, importExportRatio: 1, outsideShare: 0.5)

  /// Makes thresholds.
  public init(concentration: Double, importExportRatio: Double, outsideShare: Double) {
    self.concentration = concentration
    self.importExportRatio = importExportRatio
    self.outsideShare = outsideShare
  }
}

/// The World Bank's governance indicators on the scale of the EU's criticality assessment.
public enum Governance {
  /// The worst weight of the scale.
  public static let worst = 10.0

  /// An estimate of the Worldwide Governance Indicators, from about -2.5 (weak) to 2.5 (strong),
  /// as a weight from 0 (strong) to 10 (weak).
  ///
  /// The weight is (2.5 - estimate) / 5 * 10; estimates outside the nominal range, which the World
  /// Bank publishes for a few countries, are clamped.
  public static func weight(estimate: Double) -> Double {
    min(max((2.5 - estimate) / 5 * worst, 0), worst)
  }
}

internal import Glibc

/// What the exporter reports of a flow against what the importer reports of it.
///
/// The importer counts freight and insurance (cif), the exporter does not (fob): the importer's value
/// is brought to the border of the exporter by a margin first. The relative gap is over the mean of
/// both, so that neither report is the truth and swapping them turns the sign alone; the logarithm
/// of the ratio is its measure for any size of gap (Hummels & Lugovskyy, "Are Matched Partner Trade
/// Statistics a Usable Measure of Transportation Costs?", Review of International Economics 2006, on
/// matched partner statistics).
public struct MirrorGap: Sendable, Hashable {
  /// What the exporter reports, free on board.
  public let exported: Double
  /// What the importer reports, without the margin for freight and insurance.
  public let imported: Double

  /// Compares two reports.
  ///
  /// - Parameters:
  ///   - exported: what the exporter reports, free on board; nil where it reports nothing.
  ///   - imported: what the importer reports, with freight and insurance; nil where it reports
  ///     nothing.
  ///   - margin: freight and insurance over the value without them, such as 0.06.
  /// - Returns: nil where one of the two is missing: what nobody reports is no report of zero.
  public init?(exported: Double?, imported: Double?, margin: Double) {
    guard let exported, let imported else { return nil }
    self.exported = exported
    self.imported = imported / (1 + margin)
  }

  /// How much more the importer reports.
  public var difference: Double { imported - exported }

  /// The difference over the mean of both, from -2 to 2; nil where both are zero.
  public var relative: Double? {
    let mean = (imported + exported) / 2
    return mean > 0 ? difference / mean : nil
  }

  /// The natural logarithm of the importer's value over the exporter's; nil where one is zero.
  public var logRatio: Double? {
    imported > 0 && exported > 0 ? log(imported / exported) : nil
  }
}

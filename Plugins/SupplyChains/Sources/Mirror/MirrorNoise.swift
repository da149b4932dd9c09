internal import Dependence
internal import Kernel
internal import Reference
internal import Store

/// The noise of the flows of a year, from the mirror gaps that the store holds of it.
struct MirrorNoise {
  let noise: FlowNoise
  /// The sources of the reports; empty where none is held.
  let sources: [String]

  /// Measures the noise.
  ///
  /// Reports of another edition than that of the flows do not count.
  ///
  /// - Parameter groups: the groups that count as one country in the year.
  init(
    of year: GroupedYear, _ groups: CountryGroups, _ settings: IntervalSettings,
    _ connection: Connection
  ) throws {
    let reported = try MirrorYear(
      edition: year.trade.edition, year: year.trade.year, product: nil, groups: groups, connection)
    let products = Dictionary(
      uniqueKeysWithValues: (0..<year.flows.productCount).map { (year.trade.product($0), $0) })
    let gaps = reported.flows.compactMap { flow -> FlowNoise.Gap? in
      guard let ratio = flow.gap(margin: settings.freightMargin)?.logRatio,
        let product = products[flow.product], let exporter = year.anyCode(flow.exporter),
        let importer = year.anyCode(flow.importer)
      else { return nil }
      return FlowNoise.Gap(
        product: product, exporter: exporter, importer: importer, logRatio: ratio)
    }
    noise = FlowNoise(
      assumed: settings.assumedError, gaps: gaps, minimumGaps: settings.minimumGaps)
    sources = gaps.isEmpty ? [] : reported.sources
  }
}

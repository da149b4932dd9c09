internal import Criticality
internal import Reference
internal import Sampling
internal import Vocabulary

/// The reliance of one importer on imports of one material in one year, with its parts.
struct MaterialReliance {
  let material: Material
  /// In tonnes; nil without a product code, or when there are flows and none has a quantity.
  let imports: Double?
  let exports: Double?
  /// In tonnes; nil where it is not known, or not a mass.
  let production: Double?
  let reliance: ImportReliance
  /// The shares of the value of imports, and of exports, that have no quantity; nil without trade.
  let importsWithoutQuantity: Double?
  /// The reliance in each draw of the quantities that are not known; empty where there are none.
  let drawn: [Percentage?]
  let missing: [String]
  let thin: [String]

  /// The interval: the middle of the draws, widened to the reliance itself; nil where it is not
  /// defined in every draw.
  var range: ClosedRange<Double>? {
    let defined = drawn.compactMap { $0?.fraction }
    guard defined.count == drawn.count, let range = defined.centralRange() else { return nil }
    return reliance.share.map { range.including($0.fraction) } ?? range
  }

  init(_ material: Material, in year: CriticalityYear, _ draws: DrawnYear?) {
    let trade = year.facts.trade.trade(in: material, of: year.members)
    let outside = trade?.outside ?? []
    let value = outside.reduce(0) { $0 + $1.value }
    self.material = material
    imports = trade?.importedQuantity
    exports = trade?.exportedQuantity
    production = year.producedTonnes(material)
    reliance = ImportReliance(imports: imports, exports: exports, production: production)
    let withoutQuantity =
      value > 0 ? outside.reduce(0) { $0 + $1.valueWithoutQuantity } / value : nil
    importsWithoutQuantity = withoutQuantity
    if let draws, let trade, let production {
      func drawn(_ known: Double?, _ flows: [ImporterTrade.UnweighedFlow]) -> [Double] {
        let sums = draws.quantities(of: flows).sums
        return sums.isEmpty
          ? Array(repeating: known ?? 0, count: draws.risks.count) : sums.map { (known ?? 0) + $0 }
      }
      self.drawn = ImportReliance.shares(
        imports: drawn(imports, outside.flatMap(\.unweighed)),
        exports: drawn(exports, trade.unweighedExports), production: production)
    } else {
      drawn = []
    }
    missing = MaterialReliance.missing(material, in: year, isTraded: trade != nil, reliance)
    let undefined = drawn.filter { $0 == nil }.count
    thin = [
      withoutQuantity.flatMap { share in
        share >= GeoPolRiskRemarks.thinFrom
          ? "\(StatementNumber.percent(share).english) of the value of imports has no quantity"
          : nil
      },
      undefined > 0 && undefined < drawn.count
        ? "not defined in \(undefined) of \(drawn.count) draws" : nil,
    ].compactMap { $0 }
  }

  /// The quantities that are missing, each with what would bring it.
  static func missing(
    _ material: Material, in year: CriticalityYear, isTraded: Bool, _ reliance: ImportReliance
  ) -> [String] {
    var found = isTraded ? [] : ["a product code that the material is traded under"]
    if case .insufficient(let inputs) = reliance, isTraded {
      found += inputs.filter { $0 != .production }.map {
        "the quantity of \($0.rawValue); only their value is on record"
      }
    }
    if let world = year.facts.production[material.identifier] {
      if world.unit.dimension != .mass {
        found.append("own production in tonnes; it is counted in \(world.unit.rawValue)")
      }
      let unknown = zip(year.members, year.ownProduction(of: material) ?? [])
        .filter { $0.1 == .unknown }.map(\.0)
      if !unknown.isEmpty {
        found.append("the production of \(unknown.joined(separator: " ")) in \(year.year)")
      }
    } else {
      found.append("the production of the world in \(year.year)")
    }
    if reliance == .undefined {
      found.append("a use: no more is produced and imported than is exported")
    }
    return found
  }
}

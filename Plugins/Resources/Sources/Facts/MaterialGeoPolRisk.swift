internal import Criticality
internal import Reference
internal import Sampling
internal import Vocabulary

/// The GeoPolRisk of one material for one importer in one year, with what it stands on.
struct MaterialGeoPolRisk {
  let material: Material
  let measured: GeoPolRisk?
  /// In kUSD/t; nil where no import has a quantity.
  let price: Double?
  /// The index of world production; nil when it cannot be told.
  let worldConcentration: Double?
  /// The imports counted, in tonnes; nil without a product code.
  let imported: Double?
  /// What the importer produced, as the method counts it; nil when that is not on record.
  let ownProduction: Double?
  /// The suppliers whose governance counts as unknown, in order.
  let unrated: [String]
  /// Their share of the quantity of imports; nil without imports.
  let unratedShare: Double?
  /// The share of the value of imports whose flows have no quantity; nil without imports.
  let withoutQuantity: Double?
  /// The score in each draw; empty where there are none.
  let drawnScores: [Double]
  /// What is missing, so that there is no score; empty where there is one.
  let missing: [String]
  /// Why the score stands on thin data; empty where it does not.
  let thin: [String]

  /// Whether a member of the importer is a producer without a figure, so that the score is an upper
  /// bound: more own production can only lower it.
  let isUpperBound: Bool

  /// The interval of the score: the middle of the draws, widened to the score itself, which counts
  /// unknown quantities as the method does, and down to 0 where it is an upper bound.
  var scoreRange: ClosedRange<Double>? {
    guard var range = drawnScores.centralRange() else { return nil }
    if let score = measured?.score { range = range.including(score) }
    return isUpperBound ? range.including(0) : range
  }

  init(_ material: Material, in year: CriticalityYear, _ draws: DrawnYear?) {
    let trade = year.facts.trade.trade(in: material, of: year.members)
    let counted = trade.map(year.countedSuppliers) ?? []
    let quantity = counted.reduce(0) { $0 + $1.quantity }
    let value = counted.reduce(0) { $0 + $1.value }
    self.material = material
    measured = trade.flatMap { year.geoPolRisk(material, $0) }
    price = trade.flatMap(year.price)
    worldConcentration = year.facts.worldConcentration[material.identifier]?.index
    imported = trade.map { _ in quantity }
    ownProduction = year.countedProduction(material)
    let unrated = (measured?.unrated ?? []).map { counted[$0] }
    self.unrated = unrated.map(\.country)
    unratedShare = quantity > 0 ? unrated.reduce(0) { $0 + $1.quantity } / quantity : nil
    withoutQuantity =
      value > 0 ? counted.reduce(0) { $0 + $1.valueWithoutQuantity } / value : nil
    isUpperBound = year.ownProduction(of: material)?.contains(.unknown) ?? false
    let drawn = draws.map { draws in counted.map(draws.drawn) } ?? []
    if let draws, let own = ownProduction, let worldConcentration, measured != nil {
      drawnScores = GeoPolRisk.scores(
        of: drawn.map(\.flow), ownProduction: own, worldConcentration: worldConcentration,
        draws: draws.risks)
    } else {
      drawnScores = []
    }
    missing = GeoPolRiskRemarks.missing(
      material, in: year, isTraded: trade != nil, measured, hasValue: value > 0)
    thin = GeoPolRiskRemarks.thin(
      unratedShare: unratedShare, withoutQuantity: withoutQuantity,
      lost: drawn.reduce(0) { $0 + $1.lost }, isUpperBound: isUpperBound,
      withoutFigure: year.facts.production[material.identifier]?.shareWithoutFigure ?? 0,
      suppliers: counted.filter { $0.value > 0 }.count)
  }
}

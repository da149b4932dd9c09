internal import Kernel
internal import MeasureStatus
internal import Store
internal import Vocabulary

/// What measures reach, as links dated by the times for which their texts make them apply.
///
/// A suspended or struck-down measure has no link for that time; acts learned later than
/// `--known-at` do not count.
enum MeasureLinks {
  static let all = [
    link("restricts", to: "product", doc: "A measure reaches all goods of a product.") {
      products($0, .whole).map(\.product.description)
    },
    link("restricts_part", to: "product", doc: "A measure reaches some goods of a product.") {
      products($0, .part).map(\.product.description)
    },
    link("restricts", to: "material", doc: "A measure names a material among its goods.") {
      products($0, .part).flatMap(\.materials)
    },
    link("covers_origin", to: "country", doc: "A measure is about goods from a country.") {
      Array($0.origins)
    },
    link("covers_destination", to: "country", doc: "A measure is about goods to a country.") {
      Array($0.destinations)
    },
    LinkDescriptor(
      "enacts", from: "country", to: "measure", table: "trade_measure",
      doc: "A state has taken a measure."
    ) { reading in
      search(try measures(reading)) { [(source: $0.author, target: $0.identifier)] }
    },
  ]

  private static func link(
    _ relation: String, to kind: String, doc: String,
    _ reached: @escaping @Sendable (MeasureScope) -> [String]
  ) -> LinkDescriptor {
    LinkDescriptor(
      relation, from: "measure", to: kind, table: "trade_measure_product", doc: doc
    ) { reading in
      search(try measures(reading)) { measure in
        Set(reached(measure.measure.scope)).sorted().map { (measure.identifier, $0) }
      }
    }
  }

  private static func products(_ scope: MeasureScope, _ coverage: ProductScope.Coverage)
    -> [ProductScope]
  {
    guard case .products(let products) = scope.goods else { return [] }
    return products.filter { $0.coverage == coverage }
  }

  private typealias Dated = (measure: RegisteredMeasure, periods: [Validity])

  /// The measures with the times for which they apply, read once for all relations.
  private static func measures(_ reading: LinkReading) throws -> [Dated] {
    try reading.once("trade.measures") {
      try StoredMeasures.load(on: reading.asOf, reading.reader).map {
        ($0, $0.measure.operativePeriods(knownAt: reading.knownAt))
      }
    }
  }

  /// Finds what is wanted among the pairs of identifiers of all measures.
  private static func search(
    _ measures: [Dated], _ pairs: (RegisteredMeasure) -> [(source: String, target: String)]
  ) -> LinkSearch {
    let rows = measures.flatMap { dated in
      pairs(dated.measure).flatMap { pair in
        dated.periods.map { period in
          LinkRow(
            pair.source, pair.target, validFrom: period.from, validTo: period.end,
            sourceID: dated.measure.source)
        }
      }
    }
    let bySource = Dictionary(grouping: rows, by: \.source)
    let byTarget = Dictionary(grouping: rows, by: \.target)
    return { query in
      let near =
        query.source.map { bySource[$0] ?? [] } ?? query.target.map { byTarget[$0] ?? [] } ?? rows
      var wanted = near.lazy.filter { $0.meets(query) }.makeIterator()
      return { wanted.next() }
    }
  }
}

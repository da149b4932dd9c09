internal import Concordance
internal import Kernel
internal import Store

/// The weights of a conversion, and why they are these.
struct ChosenWeights {
  /// How weights can be asked for.
  static let choices = ["equal", "trade"]

  let weights: CodeWeights
  let sources: [String]
  /// What they are, and why.
  let reason: String

  /// Chooses weights: by trade where flows of the new edition are held, else equal.
  ///
  /// - Parameters:
  ///   - asked: one of the choices; nil for what the store allows.
  ///   - year: the year of trade to weigh by, or the nearest to it that is held; nil for the latest.
  ///   - targets: the codes whose trade is wanted; nil for all.
  /// - Throws: `TowerError` when weights by trade are asked for and no flows are held.
  init(
    _ asked: String?, year: Int?, targets: [String]? = nil, _ concordance: HeldConcordance,
    _ connection: Connection
  ) throws {
    let to = concordance.to
    let held = asked == "equal" ? [] : try TradeFlows.years(edition: to, connection)
    guard let reference = ChosenWeights.reference(year, held) else {
      guard asked != "trade" else {
        throw TowerError(
          .failed, "cannot tell: weights by trade need flows of \(to), and the store holds none",
          hints: ["tower import baci FILE --edition \(to) brings them; or add --weights equal"])
      }
      weights = .equal(concordance.relation)
      sources = []
      reason =
        asked == "equal"
        ? "the weights are equal, as asked for"
        : "the weights are equal: the store holds no flows of \(to) to weigh by"
      return
    }
    let flows = try TradeFlows.columns(
      edition: to, year: reference, prefixes: targets, connection)
    var values: [String: Double] = [:]
    for (product, value) in zip(flows.productCodes, flows.values) {
      values[flows.products[Int(product)], default: 0] += value
    }
    weights = .byValue(concordance.relation, values)
    sources = try TradeFlows.sources(edition: to, years: [reference], connection)
    reason =
      "the weights are shares in the world's trade by \(to) in \(reference), "
      + ChosenWeights.why(reference, year)
  }

  /// The year held that is nearest to the one asked for, of two as near the earlier; the latest when
  /// none is asked for.
  private static func reference(_ year: Int?, _ held: [Int]) -> Int? {
    guard let year else { return held.last }
    return held.min { (abs($0 - year), $0) < (abs($1 - year), $1) }
  }

  private static func why(_ reference: Int, _ year: Int?) -> String {
    switch year {
    case nil: "the latest year held"
    case reference: "the year asked for"
    case let year?: "the year held that is nearest to \(year)"
    }
  }
}

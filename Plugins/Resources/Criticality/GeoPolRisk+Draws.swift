extension GeoPolRisk {
  /// What is imported from one country, as far as it is known.
  public struct DrawnImport: Sendable {
    /// The quantity of the flows that have one.
    public let quantity: Double
    /// The quantity in each draw of the flows that have none; empty where all have one.
    public let drawnQuantity: [Double]
    /// The place of the country among those whose risk is drawn; nil for the importer's own region.
    public let country: Int?

    /// Makes an import.
    public init(quantity: Double, drawnQuantity: [Double] = [], country: Int?) {
      self.quantity = quantity
      self.drawnQuantity = drawnQuantity
      self.country = country
    }
  }

  /// The score in each draw of risks and quantities, by the formula of the score; empty where it is
  /// not defined.
  ///
  /// - Parameters:
  ///   - imports: what comes from each country.
  ///   - ownProduction: what the importer's own region produces.
  ///   - worldConcentration: the index of world production, 0 to 1.
  ///   - draws: the risk of the countries.
  public static func scores(
    of imports: [DrawnImport], ownProduction: Double, worldConcentration: Double, draws: RiskDraws
  ) -> [Double] {
    let count = draws.count
    var supplied = [Double](repeating: 0, count: count)
    var atRisk = supplied
    for flow in imports {
      add(flow, to: &supplied, &atRisk, draws)
    }
    guard count > 0, supplied[0] + ownProduction > 0 else { return [] }
    return (0..<count).map {
      worldConcentration * (atRisk[$0] / (supplied[$0] + ownProduction))
    }
  }

  private static func add(
    _ flow: DrawnImport, to supplied: inout [Double], _ atRisk: inout [Double], _ draws: RiskDraws
  ) {
    let count = draws.count
    let known = flow.quantity
    supplied.withUnsafeMutableBufferPointer { supplied in
      atRisk.withUnsafeMutableBufferPointer { atRisk in
        draws.risks.withUnsafeBufferPointer { risks in
          flow.drawnQuantity.withUnsafeBufferPointer { drawn in
            let first = flow.country.map { $0 * count }
            for draw in 0..<count {
              let quantity = drawn.isEmpty ? known : known + drawn[draw]
              supplied[draw] += quantity
              if let first { atRisk[draw] += quantity * risks[first + draw] }
            }
          }
        }
      }
    }
  }
}

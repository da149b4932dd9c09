/// What one partner buys from the home country, from the flows of one year.
public struct ReverseDependence: Sendable {
  /// A row for every product that home sells the partner, the largest sales first and of equal ones
  /// the lower code.
  public let rows: [ReverseDependenceRow]
  /// What home exports of all products.
  public let homeExports: Double
  /// What home sells the partner of all products.
  public let sales: Double

  /// Sums the flows of a year.
  ///
  /// - Parameters:
  ///   - home: the home country; nil when it is not among the countries, and so sells nothing.
  ///   - partners: the partner, or the members of a group, whose trade among themselves does not
  ///     count.
  public init(_ flows: Flows, home: Int?, partners: Set<Int>) {
    guard let home, let partner = partners.min() else {
      (rows, homeExports, sales) = ([], 0, 0)
      return
    }
    let table = ReverseDependenceTable(flows.united(partners))
    rows = table.rows(home: home, partner: partner).sorted {
      ($1.sales, $0.product) < ($0.sales, $1.product)
    }
    homeExports = table.exports(of: home)
    sales = rows.reduce(0) { $0 + $1.sales }
  }
}

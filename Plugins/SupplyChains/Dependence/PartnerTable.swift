/// The partners of every country for every product, from the flows of one year.
public struct PartnerTable: Sendable {
  private let flows: Flows
  private let imports: RowIndex
  private let exports: RowIndex

  /// Orders the flows of a year; a group counts as one country in `Flows.united`.
  public init(_ flows: Flows) {
    self.flows = flows
    let byProduct = RowIndex(flows.products, groups: flows.productCount).rows
    imports = RowIndex(flows.importers, groups: flows.countryCount, in: byProduct)
    exports = RowIndex(flows.exporters, groups: flows.countryCount, in: byProduct)
  }

  /// The products that a country buys or sells, ascending, each with its partners.
  public func products(of country: Int) -> [(product: Int, partners: TradePartners)] {
    let bought = imports[country]
    let sold = exports[country]
    var found: [(product: Int, partners: TradePartners)] = []
    var (next, nextSold) = (bought.startIndex, sold.startIndex)
    while next < bought.endIndex || nextSold < sold.endIndex {
      let product = min(
        next < bought.endIndex ? flows.products[Int(bought[next])] : .max,
        nextSold < sold.endIndex ? flows.products[Int(sold[nextSold])] : .max)
      var rows: [Int] = []
      while next < bought.endIndex, flows.products[Int(bought[next])] == product {
        rows.append(Int(bought[next]))
        next += 1
      }
      while nextSold < sold.endIndex, flows.products[Int(sold[nextSold])] == product {
        rows.append(Int(sold[nextSold]))
        nextSold += 1
      }
      found.append((Int(product), TradePartners(flows, rows: rows, importers: [country])))
    }
    return found
  }
}

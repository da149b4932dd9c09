/// Flows carried from one edition of the products into another.
///
/// A flow of a source goes to its counterparts by their weights, value and quantity alike; what meets
/// in one product between one pair of countries is summed. Values of flows and residual sum to those
/// given, up to rounding. A sum with an unknown quantity is unknown.
public struct FlowConversion: Sendable {
  /// A product without counterpart, with all its flows.
  public struct Residual: Sendable, Equatable {
    /// The code of the first edition.
    public let source: String
    /// The sum of the values of its flows.
    public let value: Double
    /// The sum of their quantities; NaN when one of them is not known.
    public let quantity: Double
    /// How many flows it has.
    public let count: Int
  }

  /// The flows in the second edition, by product, then pair.
  public let flows: CodedFlows
  /// What has no counterpart, in the order of codes.
  public let residual: [Residual]

  /// Converts flows.
  public init(_ given: CodedFlows, by relation: CodeRelation, weights: CodeWeights) {
    let rows = ProductRows(given)
    let places = given.products.map { relation.place(ofSource: $0) }
    var parts = [[(product: Int, weight: Double)]](repeating: [], count: relation.targets.count)
    for (product, place) in places.enumerated() where !rows[product].isEmpty {
      guard let place else { continue }
      for link in relation.links(of: place) {
        parts[Int(relation.links[link])].append((product, weights.weights[link]))
      }
    }
    let reached = parts.indices.filter { !parts[$0].isEmpty }
    var flows = CodedFlows(
      products: reached.map { relation.targets[$0] }, pairCount: given.pairCount)
    var sums = PairSums(count: given.pairCount)
    for (product, target) in reached.enumerated() {
      for part in parts[target] {
        for place in rows[part.product] {
          let row = Int(rows.order[place])
          sums.add(
            pair: given.pairs[row], value: given.values[row] * part.weight,
            quantity: given.quantities[row] * part.weight)
        }
      }
      sums.empty { pair, value, quantity in
        flows.append(product: Int32(product), pair: pair, value: value, quantity: quantity)
      }
    }
    self.flows = flows
    residual = places.indices.filter { places[$0] == nil && !rows[$0].isEmpty }.map { product in
      let own = rows[product].map { Int(rows.order[$0]) }
      return Residual(
        source: given.products[product], value: own.reduce(0) { $0 + given.values[$1] },
        quantity: own.reduce(0) { $0 + given.quantities[$1] }, count: own.count)
    }.sorted { $0.source < $1.source }
  }
}

/// The rows of flows by product, in their order (a counting sort).
private struct ProductRows {
  private let starts: [Int]
  /// The rows, product after product.
  let order: [Int32]

  init(_ flows: CodedFlows) {
    var starts = [Int](repeating: 0, count: flows.products.count + 1)
    for product in flows.rowProducts { starts[Int(product) + 1] += 1 }
    for product in flows.products.indices { starts[product + 1] += starts[product] }
    var next = starts
    var order = [Int32](repeating: 0, count: flows.rowProducts.count)
    for (row, product) in flows.rowProducts.enumerated() {
      order[next[Int(product)]] = Int32(row)
      next[Int(product)] += 1
    }
    self.starts = starts
    self.order = order
  }

  /// The places of a product's rows in the order.
  subscript(_ product: Int) -> Range<Int> { starts[product]..<starts[product + 1] }
}

/// Sums over pairs of countries, emptied after each product.
private struct PairSums {
  private var values: [Double]
  private var quantities: [Double]
  private var isTouched: [Bool]
  private var touched: [Int32] = []

  init(count: Int) {
    values = [Double](repeating: 0, count: count)
    quantities = values
    isTouched = [Bool](repeating: false, count: count)
  }

  mutating func add(pair: Int32, value: Double, quantity: Double) {
    let place = Int(pair)
    if !isTouched[place] {
      isTouched[place] = true
      touched.append(pair)
    }
    values[place] += value
    quantities[place] += quantity
  }

  mutating func empty(_ body: (Int32, Double, Double) -> Void) {
    for pair in touched.sorted() {
      let place = Int(pair)
      body(pair, values[place], quantities[place])
      values[place] = 0
      quantities[place] = 0
      isTouched[place] = false
    }
    touched.removeAll(keepingCapacity: true)
  }
}

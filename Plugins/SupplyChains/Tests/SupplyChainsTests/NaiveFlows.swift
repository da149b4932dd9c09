import Kernel
import Reference
import Store

/// The flows of one year as a list, for computing expected answers from the definitions.
struct NaiveFlows {
  var rows: [TradeFlows.Flow] = []

  init(year: Int, _ store: PackStore) throws {
    var rows: [TradeFlows.Flow] = []
    try store.tower.read { connection in
      try TradeFlows.forEach(edition: "hs92", year: year, connection) { rows.append($0) }
    }
    self.rows = rows
  }

  func sum(_ isWanted: (TradeFlows.Flow) -> Bool) -> Double {
    rows.reduce(0) { isWanted($1) ? $0 + $1.value : $0 }
  }
}

/// Whether two numbers are equal but for the order of summing.
func isNear(_ first: Double?, _ second: Double) -> Bool {
  guard let first else { return false }
  return abs(first - second) <= 1e-9 * max(1, abs(second))
}

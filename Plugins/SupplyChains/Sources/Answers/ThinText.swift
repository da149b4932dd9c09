internal import Dependence
internal import Vocabulary

extension [ThinData] {
  /// The reasons in one line; nil when there is none.
  ///
  /// - Parameter what: what there are few of.
  func text(_ what: String) -> String? {
    isEmpty ? nil : map { $0.text(what) }.joined(separator: "; ")
  }
}

extension ThinData {
  fileprivate func text(_ what: String) -> String {
    switch self {
    case .few(let count): "\(count) \(what)"
    case .little(let value): "trade of \(Comparison.text(value)) kUSD"
    case .unmeasured(let share):
      "\(StatementNumber.percent(share).english) of the value without quantity"
    }
  }
}

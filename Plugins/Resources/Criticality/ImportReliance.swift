public import Vocabulary

/// How much of what a country uses comes from net imports.
///
/// IR = (imports - exports) / (production + imports - exports), clamped to 0...1: a net exporter
/// does not rely on imports (European Commission, criticality guidelines, 2017). All quantities
/// are of the same material content and unit.
public enum ImportReliance: Sendable, Hashable {
  /// The share of use that net imports cover.
  case known(Percentage)
  /// Quantities that are needed and not known.
  case insufficient(missing: [Input])
  /// More leaves the country than it produces and imports, so that nothing is left to be used.
  case undefined

  /// A quantity that the share is made of.
  public enum Input: String, CaseIterable, Sendable {
    case imports, exports, production
  }

  /// Computes the share; a quantity is nil when it is not known.
  public init(imports: Double?, exports: Double?, production: Double?) {
    guard let imports, let exports, let production else {
      let given = [imports, exports, production]
      self = .insufficient(
        missing: zip(Input.allCases, given).filter { $0.1 == nil }.map(\.0))
      return
    }
    let used = production + imports - exports
    let share = min(max((imports - exports) / used, 0), 1)
    guard used > 0, let reliance = Percentage(fraction: share) else {
      self = .undefined
      return
    }
    self = .known(reliance)
  }

  /// The share, or nil when it cannot be told.
  public var share: Percentage? {
    guard case .known(let share) = self else { return nil }
    return share
  }
}

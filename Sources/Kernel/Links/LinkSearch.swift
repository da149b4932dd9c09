public import Store
public import Vocabulary

/// What a computed link reads: the store, and the day and knowledge that the question is for.
public final class LinkReading {
  /// A connection that reads the state that the question reads.
  public let reader: Connection
  /// Whose deployment it is.
  public let deployment: Deployment
  /// The day that the question is for.
  public let asOf: Day
  /// The day up to which facts count as known; nil means all that is recorded.
  public let knownAt: Day?
  private var kept: [String: Any] = [:]

  init(_ reader: Connection, _ deployment: Deployment, asOf: Day, knownAt: Day?) {
    self.reader = reader
    self.deployment = deployment
    self.asOf = asOf
    self.knownAt = knownAt
  }

  /// What several relations of a module compute from: made at the first call with a name.
  public func once<Kept>(_ name: String, _ make: () throws -> Kept) rethrows -> Kept {
    if let made = kept[name] as? Kept { return made }
    let made = try make()
    kept[name] = made
    return made
  }
}

/// Gives the links that meet a query, one after the other; nil at the end.
public typealias LinkSearch = (LinkQuery) throws -> () throws -> LinkRow?

/// Which computed links are wanted; what is left out is not restricted.
public struct LinkQuery: Sendable, Hashable {
  /// The identifier of the source.
  public let source: String?
  /// The identifier of the target.
  public let target: String?
  /// The day on which they hold.
  public let day: Day?
  /// How many are wanted at most: then the heaviest come first.
  public let limit: Int?
}

/// A computed link: the identifiers of its ends, and what is known of it.
public struct LinkRow: Sendable, Hashable {
  /// The identifier of the source.
  public let source: String
  /// The identifier of the target.
  public let target: String
  /// The first day on which it holds; nil when it always held.
  public let validFrom: Day?
  /// The first day on which it no longer holds; nil when it is open.
  public let validTo: Day?
  /// How much; nil when that is not known.
  public let weight: Double?
  /// The unit of the weight.
  public let unit: String?
  /// The source in the register; nil where it is of the configuration.
  public let sourceID: String?

  /// Makes a link.
  public init(
    _ source: String, _ target: String, validFrom: Day? = nil, validTo: Day? = nil,
    weight: Double? = nil, unit: String? = nil, sourceID: String?
  ) {
    self.source = source
    self.target = target
    self.validFrom = validFrom
    self.validTo = validTo
    self.weight = weight
    self.unit = unit
    self.sourceID = sourceID
  }

  /// Whether it is one of those wanted.
  public func meets(_ query: LinkQuery) -> Bool {
    if let wanted = query.source, source != wanted { return false }
    if let wanted = query.target, target != wanted { return false }
    guard let day = query.day else { return true }
    return validFrom.map { $0 <= day } ?? true && validTo.map { day < $0 } ?? true
  }
}

public import Store
public import Vocabulary

/// A module's reading of an event.
///
/// Lenses run in the order of what they read and write; each adds findings and invents nothing.
public struct Lens: Sendable {
  /// The identifier, unique in the deployment.
  public let identifier: String
  /// The title for people.
  public let title: LocalizedText
  /// The indicators of other lenses that it reads.
  public let reads: [String]
  /// The indicators that it writes.
  public let writes: [String]
  /// Reads the event.
  public let read: @Sendable (LensInput) throws -> [Finding]

  /// Declares a lens.
  public init(
    _ identifier: String, title: LocalizedText, reads: [String] = [], writes: [String],
    read: @escaping @Sendable (LensInput) throws -> [Finding]
  ) {
    self.identifier = identifier
    self.title = title
    self.reads = reads
    self.writes = writes
    self.read = read
  }
}

/// What a lens sees: the event, the findings so far, and the store as it stands.
public struct LensInput {
  /// The event.
  public let event: Event
  /// The findings of the lenses before, in their order.
  public let findings: [Finding]
  /// A connection that reads one consistent state of the store.
  public let connection: Connection
  /// The running deployment.
  public let tower: Tower
  /// The day the brief is for.
  public let asOf: Day
  /// The day up to which facts count as known; nil means all that is recorded.
  public let knownAt: Day?

  /// Makes the input of a lens.
  public init(
    event: Event, findings: [Finding], connection: Connection, tower: Tower, asOf: Day,
    knownAt: Day?
  ) {
    self.event = event
    self.findings = findings
    self.connection = connection
    self.tower = tower
    self.asOf = asOf
    self.knownAt = knownAt
  }

  /// The findings so far of one indicator.
  public func findings(of indicator: String) -> [Finding] {
    findings.filter { $0.indicator == indicator }
  }
}

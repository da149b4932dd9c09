public import Store
internal import Vocabulary

/// A running deployment: its modules, its clock and its store.
public final class Tower: Sendable {
  /// Whose it is and what is switched on.
  public let deployment: Deployment
  /// The modules.
  public let registry: Registry
  /// The clock that every rule reads.
  public let clock: Clock
  /// The store.
  public let store: Store
  /// Whether somebody asked what runs to stop.
  public let stopRequest: StopRequest
  /// The piece of work that notes what is touched; nil where nobody asks.
  let work: Work?
  private let transaction: OpenTransaction?

  /// Puts a deployment together; nothing is opened or started yet.
  public init(deployment: Deployment, registry: Registry, clock: Clock, storePath: String?) {
    self.deployment = deployment
    self.registry = registry
    self.clock = clock
    store = Store(path: storePath ?? deployment.storePath)
    stopRequest = StopRequest()
    work = nil
    transaction = nil
  }

  /// The same tower for a piece of work, or over another handle of its store.
  init(
    _ other: Tower, store: Store? = nil, work: Work? = nil, transaction: OpenTransaction? = nil
  ) {
    deployment = other.deployment
    registry = other.registry
    clock = other.clock
    self.store = store ?? other.store
    stopRequest = other.stopRequest
    self.work = work
    self.transaction = transaction
  }

  /// The migrations of the enabled modules, in the order of their requirements.
  public var histories: [MigrationHistory] {
    registry.entries.map {
      MigrationHistory(module: $0.identity.identifier, migrations: $0.descriptor.migrations)
    }
  }

  /// Starts the modules in order, runs the body, and stops them in the reverse order, also when one
  /// of them did not start.
  public func whileRunning<T>(_ body: () throws -> T) throws -> T {
    var started: [any Module] = []
    defer { for module in started.reversed() { module.stop() } }
    for entry in registry.entries {
      try entry.module.start(self)
      started.append(entry.module)
    }
    return try body()
  }

  /// Makes the store or brings it up to date; says which migrations were applied.
  @discardableResult
  public func prepareStore() throws -> [String] {
    // A transaction is open on a store that is up to date.
    if transaction?.connection != nil { return [] }
    return try store.prepare(histories, at: clock.now.description)
  }

  /// Runs the body on one consistent state of the store.
  public func read<T>(_ body: (Connection) throws -> T) throws -> T {
    if let connection = transaction?.connection { return try body(connection) }
    try store.verify(histories)
    return try store.read { connection in
      if let work { connection.record(into: work.log) }
      return try body(connection)
    }
  }

  /// Runs the body in one transaction; the store is made or brought up to date first.
  @discardableResult
  public func write<T>(_ body: (Connection) throws -> T) throws -> T {
    if let connection = transaction?.connection {
      return try connection.savepoint { try body(connection) }
    }
    return try counting(work ?? Work(writer: ""), body) { _, _ in }
  }

  /// Runs the body in one transaction, counts the tables that it changed, and lets `finish` add to it.
  func counting<T>(
    _ work: Work, _ body: (Connection) throws -> T, finish: (Connection, T) throws -> Void
  ) throws -> T {
    try prepareStore()
    return try store.write { connection in
      connection.record(into: work.log)
      try recordConfiguration(connection)
      let result = try body(connection)
      if connection.totalChanges > 0 {
        try TableVersions.raise(work.log.written, by: work.writer, connection)
      }
      try finish(connection, result)
      return result
    }
  }
}

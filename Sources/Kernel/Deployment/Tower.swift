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
  public let stopRequest = StopRequest()

  /// Puts a deployment together; nothing is opened or started yet.
  public init(deployment: Deployment, registry: Registry, clock: Clock, storePath: String?) {
    self.deployment = deployment
    self.registry = registry
    self.clock = clock
    store = Store(path: storePath ?? deployment.storePath)
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
    try store.prepare(histories, at: clock.now.description)
  }

  /// Runs the body on one consistent state of the store.
  public func read<T>(_ body: (Connection) throws -> T) throws -> T {
    try store.verify(histories)
    return try store.read(body)
  }

  /// Runs the body in one transaction; the store is made or brought up to date first.
  @discardableResult
  public func write<T>(_ body: (Connection) throws -> T) throws -> T {
    try prepareStore()
    return try store.write { connection in
      try recordConfiguration(connection)
      return try body(connection)
    }
  }
}

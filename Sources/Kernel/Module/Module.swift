public import Configuration
public import Store
public import Vocabulary

/// Who a module is and what it asks for; known without making one.
public struct ModuleIdentity: Sendable {
  /// The identifier: one lower-case word, its key in the configuration.
  public let identifier: String
  /// The title for people.
  public let title: LocalizedText
  /// The modules that must be enabled with it.
  public let requires: [String]
  /// The first words of the names of its commands, tables and functions; no other module may use
  /// them.
  public let prefixes: [String]
  /// Its settings.
  public let settings: [Field]

  /// Declares a module.
  public init(
    identifier: String, title: LocalizedText, requires: [String] = [], prefixes: [String]? = nil,
    settings: [Field] = []
  ) {
    self.identifier = identifier
    self.title = title
    self.requires = requires
    self.prefixes = prefixes ?? [identifier]
    self.settings = settings
  }
}

/// Everything that a module brings, as data; code only where behaviour is needed.
public struct ModuleDescriptor: Sendable {
  /// The data sets that stand behind tables whose rows do not name their source in `source_id`.
  public var datasets: [String: [String]] = [:]
  /// The changes that made its tables, oldest first.
  public var migrations: [Migration] = []
  /// Its tables.
  public var tables: [TableDescriptor] = []
  /// The table-valued functions that it opens to questions.
  public var functions: [FunctionDescriptor] = []
  /// The functions that give one value for the arguments of a call.
  public var scalars: [ScalarDescriptor] = []
  /// The functions that give one value for the rows of a group.
  public var aggregates: [AggregateDescriptor] = []
  /// Its commands.
  public var commands: [Command] = []
  /// The data sets that it can import.
  public var importers: [Importer] = []
  /// The indicators that its findings use.
  public var indicators: [Indicator] = []
  /// Which of its tables are links.
  public var links: [LinkDescriptor] = []
  /// The kinds of subjects that it owns and names.
  public var subjectKinds: [SubjectKind] = []
  /// How it reads an event.
  public var lenses: [Lens] = []
  /// What it can check of its part of the store.
  public var storeChecks: [StoreCheck] = []
  /// The names that its entity parameters accept.
  public var domains: [ValueDomain] = []

  /// Makes a descriptor of a module that brings nothing yet.
  public init() {}
}

/// A domain of the tower.
///
/// A module is its identity and a way to make it from its settings; the descriptor says what it
/// brings. Making one must not read or write anything: `start` is the place for that.
public protocol Module: Sendable {
  /// Who it is and what it asks for.
  static var identity: ModuleIdentity { get }

  /// Makes the module from its settings, already checked against `identity.settings`.
  ///
  /// - Throws: `ConfigurationError` for what no single setting shows, such as two that conflict.
  init(settings: SettingValues) throws

  /// What it brings.
  var descriptor: ModuleDescriptor { get }

  /// Called once, in the order of requirements, before the first command.
  func start(_ tower: Tower) throws

  /// Called once, in the reverse order, also when a later module failed to start.
  func stop()
}

extension Module {
  /// Nothing to start.
  public func start(_ tower: Tower) throws {}

  /// Nothing to stop.
  public func stop() {}
}

public import Configuration
public import Store
public import Vocabulary

/// The modules of a deployment, in the order of their requirements.
public struct Registry: Sendable {
  /// A registered module with what it brings.
  public struct Entry: Sendable {
    /// Who it is.
    public let identity: ModuleIdentity
    /// The module itself.
    public let module: any Module
    /// What it brings.
    public let descriptor: ModuleDescriptor
  }

  /// The enabled modules; each stands after all that it requires.
  public let entries: [Entry]
  /// The installed modules that the deployment disables.
  public let disabled: [Entry]

  /// Registers modules.
  ///
  /// - Parameters:
  ///   - types: every installed module.
  ///   - settings: the settings of modules by identifier; defaults hold for the others.
  ///   - disabledModules: the identifiers of the modules that are switched off.
  /// - Throws: `RegistrationError` with every fault, or the `ConfigurationError` of a module.
  public init(
    _ types: [any Module.Type], settings: [String: SettingValues] = [:],
    disabledModules: Set<String> = []
  ) throws {
    var faults = Registry.identityFaults(types.map { $0.identity })
    var enabled: [Entry] = []
    var disabled: [Entry] = []
    for type in types {
      let values =
        settings[type.identity.identifier]
        ?? SettingValues.defaults(of: type.identity.settings)
      let module = try type.init(settings: values)
      let entry = Entry(identity: type.identity, module: module, descriptor: module.descriptor)
      if disabledModules.contains(type.identity.identifier) {
        disabled.append(entry)
      } else {
        enabled.append(entry)
      }
    }
    faults += Registry.nameFaults(enabled + disabled)
    let (ordered, orderFaults) = Registry.ordered(
      enabled, installed: Set(types.map { $0.identity.identifier }))
    faults += orderFaults
    guard faults.isEmpty else { throw RegistrationError(faults: faults) }
    entries = ordered
    self.disabled = disabled
  }

  /// Every command, those of the importers included, in alphabetical order of its name.
  public var commands: [Command] {
    (entries.flatMap(\.descriptor.commands) + importers.map(\.command))
      .sorted { $0.name < $1.name }
  }

  /// The commands of the modules that the deployment disables, with the module of each.
  public var disabledCommands: [(command: Command, module: String)] {
    disabled.flatMap { entry in
      (entry.descriptor.commands + entry.descriptor.importers.map(\.command))
        .map { ($0, entry.identity.identifier) }
    }
  }

  /// Every importer, in alphabetical order of its data set.
  public var importers: [Importer] {
    entries.flatMap(\.descriptor.importers).sorted { $0.dataset < $1.dataset }
  }

  /// Every table-valued function, in alphabetical order of its name.
  public var functions: [FunctionDescriptor] {
    entries.flatMap(\.descriptor.functions).sorted { $0.name < $1.name }
  }

  /// Every function of values, in alphabetical order of its name.
  public var scalars: [ScalarDescriptor] {
    entries.flatMap(\.descriptor.scalars).sorted { $0.name < $1.name }
  }

  /// Every function of groups, in alphabetical order of its name.
  public var aggregates: [AggregateDescriptor] {
    entries.flatMap(\.descriptor.aggregates).sorted { $0.name < $1.name }
  }

  /// Every function that a question may call in place of a value, SQLite's own included.
  public var callable: [String] {
    (ReadPolicy.safeFunctions + ["today"] + scalars.map(\.name) + aggregates.map(\.name)).sorted()
  }

  /// The name of a subject for people: as the module that owns its kind names it, else its
  /// identifier.
  public func name(of subject: Subject, _ connection: Connection) throws -> LocalizedText {
    let kind = entries.lazy.flatMap(\.descriptor.subjectKinds).first { $0.kind == subject.kind }
    return try kind?.name(subject.identifier, connection) ?? LocalizedText(subject.identifier)
  }

  /// Every lens, in the order of the modules.
  public var lenses: [Lens] { entries.flatMap(\.descriptor.lenses) }

  /// Every indicator by name.
  public var indicators: [String: Indicator] {
    let all = entries.flatMap(\.descriptor.indicators).map { ($0.name, $0) }
    return Dictionary(all) { first, _ in first }
  }

  /// The value domain of a name.
  public func domain(_ name: String) -> ValueDomain? {
    entries.lazy.flatMap(\.descriptor.domains).first { $0.name == name }
  }

  private static func identityFaults(_ identities: [ModuleIdentity]) -> [RegistrationFault] {
    let byIdentifier = Dictionary(grouping: identities, by: \.identifier)
    let duplicates = byIdentifier.filter { $0.value.count > 1 }.keys.sorted()
    var owners: [String: [String]] = [:]
    for identity in identities {
      for prefix in identity.prefixes { owners[prefix, default: []].append(identity.identifier) }
    }
    let shared = owners.filter { Set($0.value).count > 1 }.sorted { $0.key < $1.key }
    return duplicates.map { .duplicate(identifier: $0) }
      + shared.map { .sharedPrefix($0.key, modules: $0.value.sorted()) }
  }

  private static func nameFaults(_ entries: [Entry]) -> [RegistrationFault] {
    var faults: [RegistrationFault] = []
    var owners: [String: [String]] = [:]
    for entry in entries {
      let names = entry.names
      for (kind, name) in names {
        let isOwn = entry.identity.prefixes.contains { prefix in
          name == prefix || name.hasPrefix(prefix + "_") || name.hasPrefix(prefix + " ")
        }
        if !isOwn {
          faults.append(
            .foreignName(
              kind: kind, name: name, module: entry.identity.identifier,
              prefixes: entry.identity.prefixes))
        }
      }
      let shared = names + entry.sharedNames
      for (kind, name) in shared {
        owners[kind + "\u{0}" + name, default: []].append(entry.identity.identifier)
      }
    }
    // A function of SQLite's own under another meaning would change questions without a word.
    for name in ReadPolicy.safeFunctions { owners["function\u{0}" + name]?.append("SQLite") }
    for (key, modules) in owners.sorted(by: { $0.key < $1.key }) where modules.count > 1 {
      let parts = key.split(separator: "\u{0}").map(String.init)
      faults.append(.duplicateName(kind: parts[0], name: parts[1], modules: modules.sorted()))
    }
    return faults
  }

  // Depth first: a module is placed after its requirements; a module met again while it is still
  // being placed closes a circle.
  private static func ordered(_ entries: [Entry], installed: Set<String>)
    -> (entries: [Entry], faults: [RegistrationFault])
  {
    let byIdentifier = Dictionary(entries.map { ($0.identity.identifier, $0) }) { first, _ in first
    }
    var placed: [Entry] = []
    var done: Set<String> = []
    var faults: [RegistrationFault] = []
    func place(_ entry: Entry, path: [String]) {
      let identifier = entry.identity.identifier
      if let start = path.firstIndex(of: identifier) {
        faults.append(.cycle(Array(path[start...]) + [identifier]))
        return
      }
      guard !done.contains(identifier) else { return }
      for requirement in entry.identity.requires {
        guard let required = byIdentifier[requirement] else {
          let fault = RegistrationFault.missingRequirement(
            module: identifier, requires: requirement,
            isInstalled: installed.contains(requirement))
          if !faults.contains(fault) { faults.append(fault) }
          continue
        }
        place(required, path: path + [identifier])
      }
      if done.insert(identifier).inserted { placed.append(entry) }
    }
    for entry in entries { place(entry, path: []) }
    return (placed, faults)
  }
}

extension Registry.Entry {
  /// Names that must begin with one of the module's prefixes.
  fileprivate var names: [(kind: String, name: String)] {
    descriptor.commands.map { ("command", $0.name) }
      // Tables and functions share one space of names in SQL.
      + descriptor.tables.map { ("table", $0.name) }
      + descriptor.functions.map { ("table", $0.name) }
      + descriptor.scalars.map { ("function", $0.name) }
      + descriptor.aggregates.map { ("function", $0.name) }
  }

  /// Names without a prefix rule that must still be unique.
  fileprivate var sharedNames: [(kind: String, name: String)] {
    descriptor.importers.map { ("importer", $0.dataset) }
      + descriptor.lenses.map { ("lens", $0.identifier) }
      + descriptor.indicators.map { ("indicator", $0.name) }
      + descriptor.domains.map { ("value domain", $0.name) }
      + descriptor.subjectKinds.map { ("kind of subject", $0.kind) }
  }
}

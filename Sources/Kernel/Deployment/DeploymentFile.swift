public import Configuration
internal import Vocabulary

extension Deployment {
  /// The schema of a configuration file, generated from the installed modules.
  public static func schema(_ modules: [ModuleIdentity]) -> Schema {
    let moduleFields = modules.map { identity in
      Field(
        identity.identifier,
        .mapping(
          Schema(
            title: identity.title.english, doc: "Settings of \(identity.title.english).",
            fields: [enabled] + identity.settings)),
        doc: "The module \(identity.title.english).")
    }
    return Schema(
      title: "Deployment", doc: "A deployment of the tower.",
      fields: [
        Field("extends", .path, doc: "A base file, relative to this one."),
        Field("agency", .mapping(agencySchema), doc: "The agency that runs it."),
        Field("store", .path, default: .text("var/tower.db"), doc: "The path of the store."),
        Field(
          "utc_offset_hours", .integer(-12...14), default: .integer(9),
          doc: "Hours that the calendar is ahead of Coordinated Universal Time; Korea is 9."),
        Field("markings", .mapping(markingSchema), doc: "The markings it may hold."),
        Field(
          "modules",
          .mapping(
            Schema(
              title: "Modules", doc: "The modules and their settings.", fields: moduleFields,
              check: { requirementFaults($0, modules) })),
          doc: "The modules and their settings."),
        Field("imports", .mapping(importSchema), doc: "How much an import may lose."),
        Field("questions", .mapping(QuestionLimits.schema), doc: "What a question may take."),
        queryFolders, Coordination.field,
      ])
  }

  /// Reads a configuration file with the files it extends.
  ///
  /// - Throws: `ConfigurationError` with every fault.
  public static func load(path: String, modules: [ModuleIdentity]) throws(ConfigurationError)
    -> Deployment
  {
    let node = try YAML.load(path: path, extending: "extends")
    // A file that was emptied by mistake would switch everything to the defaults without a word.
    guard !node.isBlank else {
      throw ConfigurationError(diagnostics: [
        Diagnostic(
          Mark(file: path, line: 1, column: 1),
          "is empty; a file that is to set nothing, so that the defaults hold, says '{}'")
      ])
    }
    return try Deployment(schema(modules).decode(node), modules: modules, file: path)
  }

  /// The built-in defaults: every module, the store `var/tower.db`.
  public static func defaults(modules: [ModuleIdentity]) throws(ConfigurationError) -> Deployment {
    let empty = try YAML.parse(text: "{}", file: "built-in defaults")
    return try Deployment(schema(modules).decode(empty), modules: modules, file: nil)
  }

  /// A fault for every switch that takes away what an enabled module requires.
  @Sendable private static func requirementFaults(
    _ values: SettingValues, _ modules: [ModuleIdentity]
  ) -> [Diagnostic] {
    let sections = Dictionary(
      modules.compactMap { identity in
        values.optionalMapping(identity.identifier).map { (identity.identifier, $0) }
      }
    ) { first, _ in first }
    let disabled = sections.filter { !$0.value.flag("enabled") }
    let enabled = modules.filter { disabled[$0.identifier] == nil }
    return disabled.sorted { $0.key < $1.key }.compactMap { identifier, section in
      let waiting = enabled.filter { $0.requires.contains(identifier) }.map(\.identifier)
      guard !waiting.isEmpty else { return nil }
      return section.fault(
        "enabled",
        "\(waiting.joined(separator: ", ")) cannot run without '\(identifier)'; enable it, or "
          + "switch those off as well")
    }
  }

  private static let enabled = Field(
    "enabled", .flag, default: .flag(true), doc: "Whether the module is switched on.")

  private static let agencySchema = Schema(
    title: "Agency", doc: "The agency that runs the deployment.",
    fields: [
      Field("id", .text, isRequired: true, doc: "The identifier."),
      Field("name", .localizedText, isRequired: true, doc: "The name in both languages."),
      Field("country", .country, isRequired: true, doc: "Its country."),
    ])

  private static let markingSchema = Schema(
    title: "Markings", doc: "The markings that may be held.",
    fields: [
      Field("holds", .list(.marking), isRequired: true, doc: "The markings it may hold.")
    ])

  private static let importSchema = Schema(
    title: "Imports", doc: "How much an import may lose before it stops.",
    fields: [
      Field(
        "max_shrink", .percentage, default: defaultShrink.map(SettingValue.percentage),
        doc: "The share of the rows of the version before that may be missing."),
      Field(
        "max_rejected", .percentage, default: defaultRejected.map(SettingValue.percentage),
        doc: "The share of the rows of a list of parties that may be refused; of other files, none."
      ),
    ])

  private static let defaultShrink = Percentage(fraction: 0.2)
  private static let defaultRejected = Percentage(fraction: 0.1)

  private init(_ values: SettingValues, modules: [ModuleIdentity], file: String?)
    throws(ConfigurationError)
  {
    let agencyValues = values.optionalMapping("agency")
    agency = Agency(
      identifier: agencyValues?.text("id") ?? "local",
      name: agencyValues?.localized("name") ?? LocalizedText("Local deployment", korean: "로컬 배치"),
      country: agencyValues?.text("country") ?? "KOR")
    storePath = values.text("store")
    utcOffsetHours = values.integer("utc_offset_hours")
    heldMarkings = values.optionalMapping("markings")?.markings("holds") ?? [.clear]
    let section = values.optionalMapping("modules")
    var settings: [String: SettingValues] = [:]
    var disabled: Set<String> = []
    for identity in modules {
      let own = section?.optionalMapping(identity.identifier)
      settings[identity.identifier] = own ?? .defaults(of: identity.settings)
      if let own, !own.flag("enabled") { disabled.insert(identity.identifier) }
    }
    disabledModules = disabled
    moduleSettings = settings
    let limits = values.optionalMapping("imports") ?? .defaults(of: Deployment.importSchema.fields)
    importLimits = ImportLimits(
      shrink: limits.percentage("max_shrink"), rejected: limits.percentage("max_rejected"))
    let questions =
      values.optionalMapping("questions") ?? .defaults(of: QuestionLimits.schema.fields)
    questionLimits = QuestionLimits.read(questions)
    if let section = values.optionalMapping("coordination") {
      coordination = Coordination(section)
    } else {
      coordination = .none
    }
    self.file = file
    self.values = values
  }
}

public import Configuration
public import Store
public import Vocabulary

/// A deployment of the tower: whose it is, where its store is, and what is switched on.
public struct Deployment: Sendable {
  /// The agency that runs it.
  public struct Agency: Sendable, Hashable {
    /// The identifier, the same in every agency's files.
    public let identifier: String
    /// The name in both languages.
    public let name: LocalizedText
    /// Its country (ISO 3166-1 alpha-3).
    public let country: String
  }

  /// How much an import may lose before it stops.
  public struct ImportLimits: Sendable {
    /// The share of the rows of the version before that may be missing.
    public let shrink: Percentage
    /// The share of the rows that may be refused, of data sets whose sound files have odd rows.
    public let rejected: Percentage
  }

  /// The agency.
  public let agency: Agency
  /// The path of the store.
  public let storePath: String
  /// The markings it may hold.
  public let heldMarkings: [Marking]
  /// The settings of each module by identifier.
  public let moduleSettings: [String: SettingValues]
  /// The identifiers of the modules that are switched off.
  public let disabledModules: Set<String>
  /// How much an import may lose.
  public let importLimits: ImportLimits
  /// How long a question may run and how much it may take.
  public let questionLimits: ReadLimits
  /// Hours that its calendar is ahead of Coordinated Universal Time.
  public let utcOffsetHours: Int
  /// Who does what in a crisis.
  public let coordination: Coordination
  /// The file it was read from; nil for the built-in defaults.
  public let file: String?
  /// Every setting with its value, origin and documentation.
  public let values: SettingValues
}

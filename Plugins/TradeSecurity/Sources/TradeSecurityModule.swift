public import Configuration
public import Kernel
internal import Vocabulary

/// Trade security: what the law restricts, from when until when, and who is listed.
public struct TradeSecurityModule: Module {
  /// The domain as a module.
  public static let identity = ModuleIdentity(
    identifier: "trade", title: LocalizedText("Trade security", korean: "통상안보"),
    requires: ["reference"], prefixes: ["trade", "screen", "measures", "restricted", "similarity"],
    settings: [
      Field(
        "screening_threshold", .number(0...1), default: .number(0.723),
        doc: "From this score on a listed party is shown; 1 means that all words met."),
      Field(
        "ownership_rules", .list(.mapping(OwnershipRuleFile.rule)), default: .list([]),
        doc: "Ownership rules, in place of the bundled ones of the same name and beside the others."
      ),
    ])

  private let screeningThreshold: Double
  private let ownershipRules: OwnershipRules

  /// Makes the module from its settings.
  public init(settings: SettingValues) {
    screeningThreshold = settings.number("screening_threshold")
    ownershipRules = OwnershipRules(settings.mappings("ownership_rules"))
  }

  /// The register of measures, the lists of parties, and what is asked of them.
  public var descriptor: ModuleDescriptor {
    var descriptor = ModuleDescriptor()
    descriptor.migrations = [
      MeasureSchema.migration, ListSchema.migration, OwnershipSchema.migration,
      ListSchema.versions, ListSchema.withoutTokens,
    ]
    descriptor.tables = MeasureSchema.tables + ListSchema.tables + OwnershipSchema.tables
    // What belongs to a measure has the source of the measure.
    descriptor.datasets = [
      "trade_measure_act": ["measures"], "trade_measure_product": ["measures"],
      "trade_measure_scope": ["measures"],
    ]
    descriptor.domains = [TradeMaterials.domain]
    descriptor.importers = [
      MeasureImporter.importer, OFACImporter.importer, UNImporter.importer,
      EUImporter.importer, UKImporter.importer, CSLImporter.importer, DPLImporter.importer,
      OpenSanctionsImporter.importer, WatchlistImporter.importer,
      OwnershipLinkImporter.importer,
    ]
    descriptor.commands = [
      MeasuresCommand.command, RestrictedCommand.command,
      ScreenCommand.make(threshold: screeningThreshold),
      CompareCommand.make(threshold: screeningThreshold), OwnershipCommand.make(ownershipRules),
      ListsCommand.command, DeltaCommand.command,
    ]
    descriptor.functions = [
      MeasuresInForce.function, RestrictedFunction.function,
      ScreenFunction.make(threshold: screeningThreshold),
    ]
    descriptor.scalars = [SimilarityFunction.descriptor]
    descriptor.indicators = TradeIndicators.all
    descriptor.links = TradeLinks.all
    descriptor.subjectKinds = TradeLinks.subjectKinds
    descriptor.lenses = [StatusLens.lens, ClosureLens.lens]
    return descriptor
  }
}

public import Configuration
public import Kernel
internal import Store
internal import Vocabulary

/// What every domain shares: countries, products, materials, governance and trade flows.
public struct ReferenceModule: Module {
  /// The reference data as a module; the domains require it.
  public static let identity = ModuleIdentity(
    identifier: "reference", title: LocalizedText("Reference data", korean: "기준 자료"),
    requires: ["tower"],
    prefixes: [
      "country", "flow", "flows", "reported", "product", "concordance", "governance", "material",
      "commodity", "hhi", "share",
    ])

  /// Makes the module; it has no settings.
  public init(settings: SettingValues) {}

  /// The tables, importers, commands and value domains of the reference data.
  public var descriptor: ModuleDescriptor {
    var descriptor = ModuleDescriptor()
    descriptor.migrations = ReferenceSchema.migrations
    descriptor.tables = ReferenceSchema.tables
    descriptor.datasets = ["flow_segment": ["baci"]]
    descriptor.importers = [
      CountryImporter.importer, CountryGroupImporter.importer, BACIImporter.importer,
      GovernanceImporter.importer, MaterialImporter.importer, MaterialNameImporter.importer,
      ISOCountryImporter.importer, ProductImporter.importer, ProductNameImporter.importer,
      ConcordanceImporter.importer, ComtradeImporter.importer, WorldBankPriceImporter.importer,
    ]
    descriptor.storeChecks = [FlowStoreCheck.check]
    descriptor.commands = [ProductConvertCommand.command, FlowConvertCommand.command]
    descriptor.functions = [FlowsFunction.function, ConcordanceFunction.descriptor]
    descriptor.scalars = [
      CountryFunction.descriptor, ProductFunction.descriptor, ConcentrationFunctions.share,
    ]
    descriptor.aggregates = [ConcentrationFunctions.hhi]
    descriptor.links = links
    descriptor.domains = [
      Countries.domain, Countries.importerDomain, Materials.domain, Products.domain,
      CommodityPrices.domain,
    ]
    descriptor.subjectKinds = [
      SubjectKind("country") { try Countries.name(of: $0, $1) },
      SubjectKind("product") { identifier, connection in
        guard let product = try? ProductCode(identifier) else { return nil }
        return try Products.title(of: product, connection)
      },
      SubjectKind("material") { try Materials.material($0, $1)?.name },
    ]
    return descriptor
  }

  private var links: [LinkDescriptor] {
    [
      LinkDescriptor(
        "traded_as", table: "material_product", source: "'material:' || material",
        target: "'product:' || product", doc: "A material is traded as a product."),
      LinkDescriptor(
        "member_of", table: "country_group", source: "'country:' || country",
        target: "'group:' || id", doc: "A country is a member of a group."),
    ]
  }
}

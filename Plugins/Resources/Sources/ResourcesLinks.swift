internal import Kernel
internal import Store

/// The links that the tables of the module hold.
///
/// A figure of a year stands until the next year that is held.
enum ResourcesLinks {
  /// Finds each link from either end.
  static let indexes = Migration(
    number: 3, name: "links from either end",
    sql: """
      CREATE INDEX resources_production_material ON resources_production (material, country);
      CREATE INDEX resources_production_country ON resources_production (country, material);
      CREATE INDEX resources_stock_material ON resources_stock (material, agency);
      CREATE INDEX resources_stage_share_country ON resources_stage_share (country, material);
      CREATE INDEX resources_trade_term_country ON resources_trade_term (country, material);
      CREATE INDEX resources_trade_term_material ON resources_trade_term (material, country);
      """)

  static let all = [
    LinkDescriptor(
      "produces", table: "resources_production", source: country, target: material,
      when: "t.amount > 0", validFrom: "t.year || '-01-01'",
      validTo: """
        (SELECT min(n.year) || '-01-01' FROM resources_production n WHERE n.year > t.year)
        """, weight: "t.amount", unit: "t.unit",
      doc: "A country produces a material: the amount of a year, which stands until the next."),
    LinkDescriptor(
      "supplies", table: "resources_stage_share", source: country, target: material,
      when: "t.share > 0", validFrom: "t.year || '-01-01'",
      validTo: """
        (SELECT min(n.year) || '-01-01' FROM resources_stage_share n WHERE n.material = t.material
          AND n.stage = t.stage AND n.supplied = t.supplied AND n.year > t.year)
        """, weight: "t.share", unit: "'share'",
      doc: "A country has a share in the supply of a stage of a material."),
    LinkDescriptor(
      "restricts", table: "resources_trade_term", source: country, target: material,
      when: "t.kind LIKE 'export-%' AND t.material <> '*'", validFrom: "t.valid_from",
      validTo: "t.valid_to", weight: "t.rate", unit: "iif(t.rate IS NULL, NULL, 'share')",
      doc: "A country taxes, limits or forbids its exports of a material."),
    stock("holds", kind: "held", doc: "An agency holds a stock of a material."),
    stock("targets", kind: "target", doc: "An agency means to hold a stock of a material."),
  ]

  private static let country = LinkEnd("country", "country")
  private static let material = LinkEnd("material", "material")

  // The table is not open to questions: each of its rows says how far it may travel.
  private static func stock(_ relation: String, kind: String, doc: String) -> LinkDescriptor {
    LinkDescriptor(
      relation, table: "resources_stock", source: LinkEnd("agency", "agency"), target: material,
      when: "t.kind = '\(kind)'", validFrom: "t.as_of",
      validTo: """
        (SELECT min(n.as_of) FROM resources_stock n WHERE n.agency = t.agency
          AND n.kind = t.kind AND n.material = t.material AND n.as_of > t.as_of)
        """, weight: "coalesce(t.amount, t.days)", unit: "iif(t.amount IS NULL, 'd', t.unit)",
      marking: "t.marking", doc: doc)
  }
}

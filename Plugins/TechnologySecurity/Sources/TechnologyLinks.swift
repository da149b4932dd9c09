internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// The links that the tables of the module hold, and the subjects that it names.
enum TechnologyLinks {
  /// Finds each link from either end.
  static let indexes = Migration(
    number: 2, name: "links from either end",
    sql: """
      CREATE INDEX technology_use_product ON technology_use (product) WHERE product IS NOT NULL;
      CREATE INDEX technology_use_material ON technology_use (material) WHERE material IS NOT NULL;
      CREATE INDEX technology_make_product ON technology_make (product);
      CREATE INDEX technology_control_code_code ON technology_control_code (regime, code);
      CREATE INDEX technology_holding_technology ON technology_holding (technology);
      """)

  static let all = [
    LinkDescriptor(
      "uses", table: "technology_use", source: technology, target: LinkEnd("product", "product"),
      doc: "A technology needs a product in one of its steps."),
    LinkDescriptor(
      "uses", table: "technology_use", source: technology, target: LinkEnd("material", "material"),
      doc: "A technology needs a material in one of its steps."),
    LinkDescriptor(
      "makes", table: "technology_make", source: technology, target: LinkEnd("product", "product"),
      doc: "A product is made with a technology."),
    LinkDescriptor(
      "holds", table: "technology_holding", source: LinkEnd("party", "holder"), target: technology,
      doc: "An institution holds a technology."),
    LinkDescriptor(
      "controlled_as", table: "technology_control_code", source: technology,
      target: LinkEnd("control", "regime", "code"),
      doc: "A technology falls under an entry of a control list."),
  ]

  static let subjectKinds = [
    SubjectKind("technology", table: "technology") {
      try name(of: $0, "technology", "title", $1)
    },
    SubjectKind("party", domain: "technology_holder", table: "technology_holder") {
      try name(of: $0, "technology_holder", "name", $1)
    },
    // Materials that only a technology names, and the single rare-earth elements.
    SubjectKind("material", domain: TechnologyDomains.materials) { identifier, _ in
      RareEarthElement(rawValue: identifier)?.title
    },
  ]

  private static let technology = LinkEnd("technology", "technology")

  private static func name(
    of identifier: String, _ table: String, _ column: String, _ connection: Connection
  ) throws -> LocalizedText? {
    let row = try connection.first(
      "SELECT \(column)_en, \(column)_ko FROM \(table) WHERE id = ?", [.text(identifier)])
    return row?[0].text.map { LocalizedText($0, korean: row?[1].text) }
  }
}

internal import Kernel
internal import Store
internal import Vocabulary

/// The links that the reference data hold, and the subjects that they name.
enum ReferenceLinks {
  /// Finds each link from either end.
  static let indexes = Migration(
    number: 7, name: "links from either end",
    sql: """
      CREATE INDEX country_group_country ON country_group (country);
      CREATE INDEX material_product_product ON material_product (product);
      CREATE INDEX product_concordance_to
        ON product_concordance (to_edition, to_code, from_edition, from_code);
      CREATE INDEX product_concordance_from
        ON product_concordance (from_edition, from_code, to_edition, to_code);
      """)

  static let all = [
    LinkDescriptor(
      "traded_as", table: "material_product", source: LinkEnd("material", "material"),
      target: LinkEnd("product", "product"), doc: "A material is traded as a product."),
    LinkDescriptor(
      "member_of", table: "country_group", source: LinkEnd("country", "country"),
      target: LinkEnd("group", "id"), validFrom: "t.valid_from", validTo: "t.valid_to",
      doc: "A country is a member of a group."),
    ProductParts.descriptor,
    LinkDescriptor(
      "corresponds_to", table: "product_concordance",
      source: LinkEnd("product", "from_edition", "from_code"),
      target: LinkEnd("product", "to_edition", "to_code"),
      doc: "A code of one edition stands for goods of a code of another."),
    ExportLinks.descriptor,
  ]

  static let subjectKinds = [
    SubjectKind("country", table: "country") { try Countries.name(of: $0, $1) },
    SubjectKind("group") { _, _ in nil },
    SubjectKind("product", domain: "named_product", table: "product", key: ["edition", "code"]) {
      identifier, connection in
      guard let product = try? ProductCode(identifier) else { return nil }
      return try Products.title(of: product, connection)
    },
    SubjectKind("material", table: "material") { try Materials.material($0, $1)?.name },
  ]
}

internal import Kernel
internal import Store
internal import Tabular
internal import Vocabulary

/// Takes short names of products in English and Korean; a file replaces the names of each edition
/// that it holds.
enum ProductNameImporter {
  static let importer = Importer(
    "product-names", doc: "Takes short names of products (product, name_en, name_ko).",
    defaultCard: SourceCard(
      publisher: "unknown", title: "Short names of products", licence: "unknown")
  ) { session in
    var editions: Set<String> = []
    try session.forEachRecord(["product", "name_en", "name_ko"]) { record in
      let product = try product(record)
      guard let english = record.known(1) else { throw CSVRefusal("an English name is expected") }
      if editions.insert(product.edition).inserted {
        try session.connection.execute(
          "DELETE FROM product_name WHERE edition = ?", [.text(product.edition)])
      }
      let inserted = try session.connection.execute(
        "INSERT OR IGNORE INTO product_name VALUES (?, ?, ?, ?, ?)",
        [
          .text(product.edition), .text(product.digits), .text(english), Value(record.known(2)),
          .text(session.sourceIdentifier),
        ])
      guard inserted == 1 else { throw CSVRefusal("\(product) stands in the file already") }
      session.accept(part: product.edition)
    }
  }

  private static func product(_ record: CSVRecord) throws -> ProductCode {
    do {
      return try ProductCode(record.text(0) ?? "")
    } catch {
      throw CSVRefusal("\(error)")
    }
  }
}

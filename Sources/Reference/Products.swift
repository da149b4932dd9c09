internal import Kernel
public import Store
public import Vocabulary

/// The products of the Harmonized System that the store knows.
public enum Products {
  /// The codes, each with its edition; commands read a code by its form, so other names mean none.
  static let domain = ValueDomain(
    "product", fillHint: "import the products: tower import hs FILE"
  ) { connection in
    try connection.rows(
      """
      SELECT edition || '/' || code AS product FROM product
      UNION SELECT edition || '/' || code FROM product_name ORDER BY product
      """
    ).compactMap { $0[0].text.map { ValueDomain.Entry($0) } }
  }

  /// The codes with their digits and titles, for finding a product by any of them.
  static let namedDomain = ValueDomain(
    "named_product", fillHint: "import the products: tower import hs FILE"
  ) { connection in
    try connection.rows(
      """
      SELECT k.edition || '/' || k.code, k.code, n.name_en, n.name_ko, p.title
      FROM (SELECT edition, code FROM product UNION SELECT edition, code FROM product_name) k
        LEFT JOIN product p USING (edition, code) LEFT JOIN product_name n USING (edition, code)
      ORDER BY 1
      """
    ).compactMap { row in
      row[0].text.map { ValueDomain.Entry($0, names: row.dropFirst().compactMap(\.text)) }
    }
  }

  /// The title of a product, or of the nearest heading above it; nil when the store has none.
  public static func title(of product: ProductCode, _ connection: Connection) throws
    -> LocalizedText?
  {
    var digits = product.digits
    while digits.utf8.count >= 2 {
      let row = try connection.first(
        """
        SELECT name_en, name_ko, 1 AS place FROM product_name WHERE edition = ?1 AND code = ?2
        UNION ALL SELECT title, NULL, 2 FROM product WHERE edition = ?1 AND code = ?2
        ORDER BY place LIMIT 1
        """, [.text(product.edition), .text(digits)])
      if let row, let english = row[0].text { return LocalizedText(english, korean: row[1].text) }
      digits.removeLast(2)
    }
    return nil
  }

  /// The products of six digits of an edition; nil when the store holds none of it.
  static func subheadings(of edition: String, _ connection: Connection) throws -> Set<String>? {
    let codes = try connection.rows(
      "SELECT code FROM product WHERE edition = ? AND level = 6", [.text(edition)]
    ).compactMap { $0[0].text }
    return codes.isEmpty ? nil : Set(codes)
  }
}

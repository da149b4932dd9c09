internal import Kernel
internal import Store
internal import Vocabulary

/// The link from a product to the heading or chapter that its digits begin with, for every code
/// that the store knows and every heading above one.
enum ProductParts {
  static let descriptor = LinkDescriptor(
    "part_of", from: "product", to: "product", table: "product",
    doc: "A product is part of the heading or chapter of its edition that its digits begin with."
  ) { reading in
    { query in
      let child = query.source.map { try? ProductCode($0) }
      let parent = query.target.map { try? ProductCode($0) }
      if case .some(nil) = child { return { nil } }
      if case .some(nil) = parent { return { nil } }
      let statement = try reading.reader.prepare(parts)
      try statement.bind(parameters(child ?? nil, parent ?? nil, query.limit))
      return {
        guard try statement.step() else { return nil }
        let (edition, digits) = (statement.text(0), statement.text(1))
        return LinkRow(
          "\(edition)/\(digits)", "\(edition)/\(digits.dropLast(2))", sourceID: statement.text(2))
      }
    }
  }

  // The digits are kept in order, and ':' stands behind the last digit.
  private static let parts = """
    SELECT edition, substr(code, 1, length) AS part, min(source_id)
    FROM (SELECT edition, code, source_id FROM product
        UNION ALL SELECT edition, code, source_id FROM product_name),
      (SELECT column1 AS length FROM (VALUES (4), (6), (8), (10)))
    WHERE length(code) >= length AND (?1 IS NULL OR edition = ?1) AND code BETWEEN ?2 AND ?2 || ':'
      AND (?3 IS NULL OR length = ?3)
    GROUP BY 1, 2 ORDER BY 1, 2 LIMIT ?4
    """

  private static func parameters(_ child: ProductCode?, _ parent: ProductCode?, _ limit: Int?)
    -> [Value]
  {
    // Both ends: the child alone decides, and its heading is compared with the other.
    if let child, let parent {
      let fits = parent.contains(child) && parent.digits.utf8.count + 2 == child.digits.utf8.count
      return fits ? parameters(child, nil, limit) : [.null, .text(":"), .null, .integer(0)]
    }
    let length = child.map { $0.digits.utf8.count } ?? parent.map { $0.digits.utf8.count + 2 }
    return [
      Value((child ?? parent)?.edition), .text((child ?? parent)?.digits ?? ""), Value(length),
      Value(limit ?? -1),
    ]
  }
}

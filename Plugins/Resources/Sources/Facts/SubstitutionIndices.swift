internal import Store

/// The substitution indices for supply risk that the store holds.
enum SubstitutionIndices {
  /// An index with its source.
  struct Index {
    /// From 0 to 1; 1 means that nothing substitutes.
    let value: Double
    let year: Int
    let source: String
  }

  /// By material.
  static func load(_ connection: Connection) throws -> [String: Index] {
    let rows = try connection.rows(
      "SELECT material, si_sr, year, source_id FROM resources_substitution")
    let indices = rows.map { row in
      (
        row[0].text ?? "",
        Index(value: row[1].real ?? 0, year: Int(row[2].integer ?? 0), source: row[3].text ?? "")
      )
    }
    return Dictionary(indices) { first, _ in first }
  }
}

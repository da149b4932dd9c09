internal import Kernel
internal import Reference
internal import Store
internal import Tabular
internal import Vocabulary

/// Takes substitution indices for supply risk (SI_SR); a file replaces all of them.
enum SubstitutionImporter {
  static let importer = Importer(
    "substitution-indices",
    doc: "Takes the EU's substitution indices for supply risk (material, si_sr, year, note).",
    defaultCard: SourceCard(
      publisher: "unknown", title: "Substitution indices", licence: "unknown")
  ) { session in
    let materials = try CommodityMaterials(session.connection)
    try session.connection.execute("DELETE FROM resources_substitution")
    try session.forEachRecord(["material", "si_sr", "year", "note"]) { record in
      let material = record.text(0) ?? ""
      try materials.check(material)
      guard let index = record.number(1), (0...1).contains(index) else {
        throw CSVRefusal("'\(record.text(1) ?? "?")' is not an index from 0 to 1")
      }
      guard let year = record.integer(2), (1990...2100).contains(year) else {
        throw CSVRefusal("'\(record.text(2) ?? "?")' is not a year")
      }
      do {
        try session.connection.execute(
          "INSERT INTO resources_substitution VALUES (?, ?, ?, ?, ?)",
          [
            .text(material), .real(index), Value(year),
            record.isEmpty(3) ? .null : Value(record.text(3)), .text(session.sourceIdentifier),
          ])
      } catch let error as StoreError where error.code & 0xFF == 19 {
        throw CSVRefusal("\(material) stands in the file already")
      }
      session.accept(part: "all")
    }
  }
}

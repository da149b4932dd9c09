internal import Kernel
internal import Store
internal import Tabular
internal import Vocabulary

/// Takes the names of materials in English and Korean; the file replaces all names.
enum MaterialNameImporter {
  static let importer = Importer(
    "material-names", doc: "Takes names of materials (material, name_en, name_ko).",
    defaultCard: SourceCard(
      publisher: "unknown", title: "Names of materials", licence: "unknown")
  ) { session in
    let known = try session.connection.rows("SELECT id FROM material ORDER BY id")
      .compactMap { $0[0].text }
    guard !known.isEmpty else {
      throw TowerError(
        .failed, "the store knows no materials yet", hints: [Materials.fillHint])
    }
    try session.connection.execute("DELETE FROM material_name")
    try session.forEachRecord(["material", "name_en", "name_ko"]) { record in
      let material = record.text(0) ?? ""
      guard known.contains(material) else {
        let near = nearest(to: material, in: known, limit: 1).map { "; nearest: \($0)" }
        throw CSVRefusal("'\(material)' is not a material" + near.joined())
      }
      guard let english = record.known(1) else { throw CSVRefusal("an English name is expected") }
      let inserted = try session.connection.execute(
        "INSERT OR IGNORE INTO material_name VALUES (?, ?, ?, ?)",
        [
          .text(material), .text(english), Value(record.known(2)),
          .text(session.sourceIdentifier),
        ])
      guard inserted == 1 else { throw CSVRefusal("\(material) stands in the file already") }
      session.accept(part: "all")
    }
  }
}

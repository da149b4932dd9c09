internal import FlowColumns
internal import Kernel
internal import Store

/// Takes CEPII's BACI as it is published: t, i, j, k, v, q (Gaulier & Zignago 2010), as CSV, as .gz,
/// or inside its zip archive, of which the yearly files are read and the others named.
///
/// A year that a file holds replaces that year of its edition as a whole. A row of a country with itself is
/// none of BACI's and is refused with its line.
enum BACIImporter {
  static let importer = Importer(
    "baci", doc: "Takes CEPII BACI bilateral trade (t,i,j,k,v,q), one year or many in a file.",
    defaultCard: SourceCard(
      publisher: "CEPII", title: "BACI bilateral trade", licence: "Etalab Open Licence 2.0"),
    parameters: [ImportSession.editionParameter]
  ) { session in
    let countries = try CountryNumbers.forImport(session.connection)
    guard try session.isArchive() else {
      var flows = FlowImport(session, edition: try session.edition(), countries)
      return try flows.run()
    }
    var skipped: [String] = []
    while let member = try session.nextMember() {
      guard isYearOfFlows(member) else {
        skipped.append(member)
        continue
      }
      let edition = try session.edition(namedBy: member)
      var flows = FlowImport(session, member: member, edition: edition, countries)
      try flows.run()
    }
    if !skipped.isEmpty {
      session.note("files of the archive that hold no flows: " + skipped.joined(separator: ", "))
    }
  }

  /// Whether a member of CEPII's archive holds flows: `BACI_HS92_Y2023_V202501.csv`.
  private static func isYearOfFlows(_ name: String) -> Bool {
    let last = lastPart(name)
    return last.hasPrefix("baci_hs") && last.contains("_y") && last.hasSuffix(".csv")
  }
}

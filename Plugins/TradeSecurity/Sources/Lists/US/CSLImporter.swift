internal import Kernel
internal import Vocabulary

/// Takes the US Consolidated Screening List, which gathers the lists of several agencies.
enum CSLImporter {
  static let importer = Importer(
    list,
    doc: "Takes the US Consolidated Screening List as CSV, with or without the column _id.",
    defaultCard: SourceCard(
      publisher: "US Department of Commerce, International Trade Administration",
      title: "Consolidated Screening List", licence: "public domain"),
    parameters: [PublicationDay.parameter],
    allowsOddRows: true
  ) { session in
    try ListInForce.keeping(list, session) {
      try PublicationDay.complete(session)
      let writer = try ListWriter(list: list, layout: layout.name, session: session)
      var identifiers = MadeIdentifiers()
      try layout.forEach(of: session) { row in
        try writer.take(row) { row throws(EntryRefusal) in
          try CSLEntry.party(row, &identifiers)
        }
      }
      try writer.finish()
    }
  }

  private static let list = "us-csl"

  private static let layout = HeadedRows(
    name: "the Consolidated Screening List",
    required: [
      "source", "entity_number", "type", "programs", "name", "title", "addresses",
      "federal_register_notice", "start_date", "end_date", "standard_order",
      "license_requirement", "license_policy", "call_sign", "vessel_type", "gross_tonnage",
      "gross_registered_tonnage", "vessel_flag", "vessel_owner", "remarks", "source_list_url",
      "alt_names", "citizenships", "dates_of_birth", "nationalities", "places_of_birth",
      "source_information_url", "ids",
    ], optional: ["_id"])
}

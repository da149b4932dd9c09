internal import Kernel
internal import Vocabulary

/// Takes the Denied Persons List of the US Bureau of Industry and Security.
enum DPLImporter {
  static let importer = Importer(
    list, doc: "Takes the US Denied Persons List, dpl.txt with tabs between its fields.",
    defaultCard: SourceCard(
      publisher: "US Department of Commerce, Bureau of Industry and Security",
      title: "Denied Persons List", licence: "public domain"),
    parameters: [PublicationDay.parameter],
    allowsOddRows: true
  ) { session in
    try ListInForce.keeping(list, session) {
      try PublicationDay.complete(session)
      let writer = try ListWriter(list: list, layout: layout.name, session: session)
      var identifiers = MadeIdentifiers()
      try layout.forEach(of: session) { row in
        try writer.take(row) { row throws(EntryRefusal) in
          try party(row, &identifiers)
        }
      }
      try writer.finish()
    }
  }

  private static let list = "bis-dpl"

  private static let layout = HeadedRows(
    name: "dpl.txt",
    required: [
      "Name", "Street_Address", "City", "State", "Country", "Postal_Code", "Effective_Date",
      "Expiration_Date", "Standard_Order", "Last_Update", "Action", "FR_Citation",
    ], optional: [], delimiter: 0x09)

  /// The list has no identifiers: that of an entry is made of its name, date and address.
  private static func party(_ row: HeadedRows.Row, _ identifiers: inout MadeIdentifiers)
    throws(EntryRefusal) -> ListedParty
  {
    guard let name = row["Name"] else { throw EntryRefusal("Name is missing") }
    let entry = identifiers.made(
      of: [name, row["Effective_Date"], row["Street_Address"], row["City"], row["State"]])
    var party = ListedParty(entry: entry, kind: .unknown)
    party.add(.primary, name)
    let parts = ["Street_Address", "City", "State", "Postal_Code"].compactMap { row[$0] }
    party.add(
      "address", country: row["Country"],
      detail: parts.isEmpty ? nil : parts.joined(separator: ", "))
    let date = row["Effective_Date"].map(AmericanDate.read)
    party.listedOn = date?.precision == .day ? date?.earliest : nil
    if let expires = row["Expiration_Date"] { party.add("expires", AmericanDate.read(expires)) }
    party.programmes = ["DPL"]
    let remarks = [
      row["Standard_Order"].map { "standard order: \($0)" }, row["Action"], row["FR_Citation"],
    ].compactMap { $0 }
    party.remarks = remarks.isEmpty ? nil : remarks.joined(separator: "; ")
    return party
  }
}

/// A date as US agencies write it in tables, `MM/DD/YYYY`.
enum AmericanDate {
  static func read(_ text: String) -> PartialDate {
    let parts = text.split(separator: "/").compactMap { Int($0) }
    return parts.count == 3
      ? PartialDate(text, year: parts[2], month: parts[0], day: parts[1]) : PartialDate(text)
  }
}

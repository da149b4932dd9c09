internal import Kernel
internal import Tabular
internal import Vocabulary

/// Takes the US Treasury's older layout: `sdn.csv` with the aliases and addresses in files of their
/// own, without a header, `-0-` where nothing is known, and an end-of-file byte behind the last line.
enum OFACLegacyImport {
  static let parameters = [
    Parameter("alt", .existingFile, doc: "Of the older layout: the file of aliases, alt.csv."),
    Parameter("add", .existingFile, doc: "Of the older layout: the file of addresses, add.csv."),
  ]

  /// Takes the list of a session.
  static func run(_ session: ImportSession, _ first: FirstBytes, list: String) throws {
    try PublicationDay.complete(session)
    let aliases = try table(session, "alt", fields: 5)
    let addresses = try table(session, "add", fields: 6)
    let missing = ["alt", "add"].filter { session.arguments.optionalText($0) == nil }
    if !missing.isEmpty {
      session.note(
        "aliases and addresses stand in files of their own: "
          + missing.map { "--\($0) is not given" }.joined(separator: ", "))
    }
    let writer = try ListWriter(list: list, layout: "sdn.csv", session: session)
    try forEachRecord(session.path, fields: 12, next: first.next) { record, values in
      try writer.take(line: record.line, summary: record.content) { () throws(EntryRefusal) in
        guard let values else { throw EntryRefusal("12 fields expected, \(record.count) found") }
        return try party(
          values, aliases: aliases[values[0] ?? ""] ?? [],
          addresses: addresses[values[0] ?? ""] ?? [])
      }
    }
    try writer.finish()
  }

  /// Gives each record with its fields, nil where nothing is known; the fields are nil where their
  /// number is another.
  ///
  /// - Throws: `TowerError` where already the first record is of another layout.
  private static func forEachRecord(
    _ path: String, fields: Int, next: @escaping () throws -> [UInt8]?,
    _ body: (CSVRecord, [String?]?) throws -> Void
  ) throws {
    var reader = CSVReader(source: next)
    var record = CSVRecord()
    var isFirst = true
    do {
      while try reader.next(into: &record) {
        let isRight = record.count == fields
        guard isRight && record.integer(0) != nil || !isFirst else {
          throw TowerError(
            .failed,
            "\(path):1: \(fields) fields that begin with a number are expected, "
              + "\(record.count) found: \(record.content.prefix(120))",
            hints: ["nothing was changed; the publisher may have changed the layout"])
        }
        isFirst = false
        try body(record, isRight ? (0..<fields).map { known(record, $0) } : nil)
      }
    } catch let error as CSVError {
      throw TowerError(.failed, "\(path):\(error.line): \(error.message)")
    }
  }

  /// As much as is kept of a file beside the list; those of 2021 have 2 MB.
  private static let largestTable = 256 << 20

  /// The records of a file beside the list, by the entry that they belong to.
  private static func table(_ session: ImportSession, _ name: String, fields: Int) throws
    -> [String: [[String?]]]
  {
    guard let path = session.arguments.optionalText(name) else { return [:] }
    let stream = try ByteStream(path: path)
    var rows: [String: [[String?]]] = [:]
    var bytes = 0
    func next() throws -> [UInt8]? {
      let chunk = try stream.next()
      bytes += chunk?.count ?? 0
      guard bytes <= largestTable else {
        throw TowerError(.failed, "\(path) is far larger than any such file of the Treasury")
      }
      return chunk
    }
    try forEachRecord(path, fields: fields, next: next) { record, values in
      guard let values, let entry = values[0] else {
        throw TowerError(
          .failed, "\(path):\(record.line): \(fields) fields expected, \(record.count) found")
      }
      rows[entry, default: []].append(values)
    }
    return rows
  }

  private static func known(_ record: CSVRecord, _ index: Int) -> String? {
    // A file that was put together of several has the mark of an end or a beginning inside.
    let words = (record.text(index) ?? "")
      .split { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{1A}" }
    let text = words.joined(separator: " ")
    return text.isEmpty || text == "-0-" ? nil : text
  }

  private static let kinds: [String: ListedParty.Kind] = [
    "individual": .person, "vessel": .vessel, "aircraft": .aircraft,
  ]

  private static func party(_ values: [String?], aliases: [[String?]], addresses: [[String?]])
    throws(EntryRefusal) -> ListedParty
  {
    guard let uid = values[0], Int(uid) != nil else { throw EntryRefusal("ent_num is no number") }
    guard let name = values[1] else { throw EntryRefusal("SDN_Name is missing") }
    let kind = values[2].map { kinds[$0] } ?? .organisation
    guard let kind else { throw EntryRefusal("SDN_Type is '\(values[2] ?? "")'") }
    var party = ListedParty(entry: uid, kind: kind)
    // Several programmes stand as [IRAN] [SDGT] or with semicolons between them.
    party.programmes = (values[3] ?? "").split { "[];".contains($0) }
      .map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
    party.title = values[4]
    party.add(.primary, name)
    for alias in aliases {
      guard let text = alias[3] else { continue }
      party.add(alias[2] == "fka" ? .former : .alias, text)
    }
    for address in addresses {
      let detail = [address[2], address[3]].compactMap { $0 }.joined(separator: ", ")
      party.add("address", country: address[4], detail: detail.isEmpty ? nil : detail)
    }
    if let flag = values[9] { party.add("flag", country: flag) }
    if let call = values[5] {
      party.add(ListedParty.Identifier(kind: "Vessel call sign", number: call, country: nil))
    }
    if let owner = values[10] {
      party.relations.append(ListedParty.Relation(kind: "Vessel owner", name: owner))
    }
    OFACRemarks.read(values[11], into: &party)
    return party
  }
}

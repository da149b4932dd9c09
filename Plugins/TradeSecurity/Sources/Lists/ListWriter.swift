internal import Kernel
internal import Store
internal import Vocabulary

/// Puts the parties of one version of a list into the store.
///
/// A version that is newer than the one in force takes its place, and what the old entries said is
/// kept where it differs. An older version is kept as its differences from the one in force, which
/// stays. So every version can be had again, and only what changed is stored.
final class ListWriter {
  private let list: String
  private let session: ImportSession
  private let connection: Connection
  private let version: String
  private let layout: String
  private let inForce: KeptVersion?
  private let isOlder: Bool
  private let mergesRecords: Bool
  /// Whether the store has this very file as an earlier version.
  private let isKept: Bool
  private let rows: ListRows
  private let stored: StoredParties
  private let keep: Statement
  /// The digests of the entries in force that the file has not shown yet.
  private var digests: [String: String]
  private var taken: Set<String> = []
  private var added = 0

  /// Begins a version of a list; its day is that of the session's card.
  ///
  /// - Parameters:
  ///   - list: the list.
  ///   - layout: the layout of its file.
  ///   - mergesRecords: whether records of one identifier are one party, listed more than once;
  ///     otherwise they are only where they have the same primary name.
  init(list: String, layout: String, session: ImportSession, mergesRecords: Bool = false) throws {
    self.list = list
    self.mergesRecords = mergesRecords
    self.session = session
    self.layout = layout
    connection = session.connection
    let inForce = try KeptVersion.inForce(list, connection)
    self.inForce = inForce
    let published = session.card.asOf
    let newest = inForce?.published
    let kept = try KeptVersion.all(list: list, connection)
    let same = kept.first { $0.source == session.sourceIdentifier && $0.base != nil }
    isKept = same != nil
    isOlder = isKept || published.map { day in newest.map { day < $0 } ?? false } ?? false
    version = same?.version ?? ListWriter.version(session.card, beside: kept)
    rows = try ListRows(list: list, source: session.sourceIdentifier, connection)
    stored = try StoredParties(list: list, connection)
    keep = try connection.prepare("INSERT INTO trade_list_past VALUES (?, ?, ?, ?)")
    digests = Dictionary(
      try connection.rows(
        "SELECT entry, content_digest FROM trade_list_entry WHERE list = ?", [.text(list)]
      ).map { ($0[0].text ?? "", $0[1].text ?? "") }
    ) { first, _ in first }
    if !isKept { try register() }
  }

  /// The name of the version; a second one of the same name has a number behind it.
  private static func version(_ card: SourceCard, beside kept: [KeptVersion]) -> String {
    let name = card.version.isEmpty ? card.asOf?.description ?? "undated" : card.version
    let known = Set(kept.map(\.version))
    var version = name
    var number = 2
    while known.contains(version) {
      version = "\(name).\(number)"
      number += 1
    }
    return version
  }

  /// Enters the version, in force or beside the one in force.
  private func register() throws {
    if let inForce, !isOlder {
      try connection.execute(
        "UPDATE trade_list_version SET base = ? WHERE list = ? AND version = ?",
        [.text(version), .text(list), .text(inForce.version)])
    }
    try connection.execute(
      "INSERT INTO trade_list_version VALUES (?, ?, ?, 0, ?, ?, ?)",
      [
        .text(list), .text(version), Value(session.card.asOf),
        isOlder ? Value(inForce?.version) : .null, .text(layout), .text(session.sourceIdentifier),
      ])
  }

  /// Takes the party of a record, or keeps the record as refused with its line.
  func take(
    line: Int, summary: @autoclosure () -> String, _ read: () throws(EntryRefusal) -> ListedParty
  ) throws {
    let party: ListedParty
    do throws(EntryRefusal) {
      party = try read().withCompanyNumbers
    } catch {
      return session.reject(line: line, reason: error.reason, content: summary())
    }
    if isKept {
      taken.insert(party.entry)
    } else if taken.insert(party.entry).inserted {
      try take(party)
    } else if try !merge(party) {
      return session.reject(
        line: line, reason: "the entry '\(party.entry)' stands in the list already",
        content: summary())
    }
    session.accept(part: isOlder ? "\(list)@\(version)" : list)
  }

  /// Takes the party of an XML record.
  func take(_ element: XMLElement, _ read: (XMLElement) throws(EntryRefusal) -> ListedParty) throws
  {
    try take(line: element.line, summary: element.summary) { () throws(EntryRefusal) in
      try read(element)
    }
  }

  /// Takes the party of a row of a table.
  func take(
    _ row: HeadedRows.Row, _ read: (HeadedRows.Row) throws(EntryRefusal) -> ListedParty
  ) throws {
    try take(line: row.line, summary: row.content) { () throws(EntryRefusal) in try read(row) }
  }

  private func take(_ party: ListedParty) throws {
    let content = party.content
    let digest = Digest.of(content)
    let known = digests.removeValue(forKey: party.entry)
    guard known != digest else { return }
    if isOlder {
      try keep.run([.text(list), .text(version), .text(party.entry), .text(content)])
      return
    }
    if known == nil { added += 1 }
    if let inForce {
      let before = try stored.party(party.entry)
      try keep.run([
        .text(list), .text(inForce.version), .text(party.entry), Value(before?.content),
      ])
      if let before { try rows.remove(before) }
    }
    try rows.insert(party, digest: digest)
  }

  /// Adds to an entry what a second record of it says; false where it is another party.
  private func merge(_ party: ListedParty) throws -> Bool {
    let kept = try connection.first(
      "SELECT content FROM trade_list_past WHERE list = ? AND version = ? AND entry = ?",
      [.text(list), .text(version), .text(party.entry)])?[0].text
    let before =
      try isOlder && kept != nil ? ListedParty(content: kept ?? "") : stored.party(party.entry)
    guard let before, mergesRecords || before.primaryName == party.primaryName else { return false }
    let merged = before.merged(with: party)
    if isOlder {
      try connection.execute(
        "INSERT OR REPLACE INTO trade_list_past VALUES (?, ?, ?, ?)",
        [.text(list), .text(version), .text(party.entry), .text(merged.content)])
    } else {
      try rows.remove(before)
      try rows.insert(merged, digest: Digest.of(merged.content))
    }
    return true
  }

  /// Ends the version: entries that the file does not have are no longer in it.
  ///
  /// - Throws: what the store throws.
  func finish() throws {
    guard !isKept else {
      return session.note("\(list) of \(version) is kept already, as an earlier version")
    }
    let missing = digests.keys.sorted()
    if !isOlder, let inForce { try explainLoss(missing, inForce) }
    for entry in missing {
      if isOlder {
        try keep.run([.text(list), .text(version), .text(entry), .null])
      } else if let inForce, let before = try stored.party(entry) {
        try keep.run([
          .text(list), .text(inForce.version), .text(entry), .text(before.content),
        ])
        try rows.remove(before)
      }
    }
    try connection.execute(
      "UPDATE trade_list_version SET entries = ? WHERE list = ? AND version = ?",
      [Value(taken.count), .text(list), .text(version)])
    guard !isOlder else {
      return session.note(
        "\(list) of \(version) is older than that of \(inForce?.version ?? "?"), which stays in "
          + "force; it is kept for comparison")
    }
    try rows.finish()
  }

  /// Says what would be lost, for the case that the import is refused for it.
  private func explainLoss(_ missing: [String], _ inForce: KeptVersion) throws {
    guard !missing.isEmpty else { return }
    let names = try missing.prefix(5).map { entry in
      "\(try stored.party(entry)?.primaryName ?? "?") (\(list)/\(entry))"
    }
    session.explainShrinking(
      "\(list) would lose \(missing.count) entries and gain \(added), "
        + "among the lost: \(names.joined(separator: "; "))")
    session.explainShrinking(
      "the version of \(inForce.version) with \(inForce.entries) entries stays in force")
  }
}

extension XMLElement {
  /// The texts of the element and of what is in it, for the register of refused rows.
  var summary: String {
    ([text] + children.map(\.summary)).filter { !$0.isEmpty }.joined(separator: " | ")
  }
}

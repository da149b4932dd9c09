internal import Configuration
internal import Store
internal import Vocabulary

/// Brings one file into the store: hash, card, transaction, guards, register and ledger.
struct ImportRun {
  let importer: Importer
  let path: String
  let cardPath: String?
  let arguments: Arguments
  let allowsShrinking: Bool
  /// How many rows may be refused; nil leaves it to the data set and the deployment.
  let allowedRejects: Int?
  let invocation: Invocation

  /// The parameters of every import, which say nothing of what the file brings.
  static let ownParameters: Set = ["file", "card", "allow-shrink", "allow-rejects"]

  /// What became of the file.
  enum Outcome {
    case unchanged(source: String)
    case imported(source: String, rows: Int, rejected: Int, notes: [String])
  }

  /// Imports the file in one transaction; a fault leaves the store as it was.
  func callAsFunction() throws -> Outcome {
    let sha256 = try ByteStream.sha256(path: path)
    let card = try sourceCard()
    let parameters = try parametersText(card)
    let key = Digest.of(sha256 + parameters)
    let source = "\(importer.dataset)/\(key.prefix(16))"
    return try invocation.tower.write { connection in
      if try isInForce(source, connection) { return .unchanged(source: source) }
      let progress = Progress("importing \(path)", isQuiet: invocation.options.isQuiet)
      defer { progress.finish() }
      let session = try ImportSession(
        path: path, connection: connection, sourceIdentifier: source, arguments: arguments,
        card: card, progress: progress)
      try register(session, sha256: sha256, parameters: parameters, connection)
      try importer.run(session)
      try session.refuseUnreadMember()
      try session.refuseChange(since: sha256)
      try ImportGuard(run: self, session: session, connection: connection)()
      try complete(session, connection)
      return .imported(
        source: source, rows: session.parts.values.reduce(0, +), rejected: session.rejectCount,
        notes: session.notes)
    }
  }

  /// The parameters of the import as they are recorded, those that the card fixes among them.
  ///
  /// A file stands for its bytes, so that the same content is the same source wherever it lies.
  private func parametersText(_ card: SourceCard) throws -> String {
    let files = Set(
      importer.parameters.filter {
        if case .existingFile = $0.type { true } else { false }
      }.map(\.name))
    var texts = card.parameters.mapValues { [$0] }
    for (name, values) in arguments.all where name != "file" {
      texts[name] = try values.map { value in
        guard files.contains(name), case .text(let path) = value else { return "\(value)" }
        return try ByteStream.sha256(path: path)
      }
    }
    let members = texts.sorted { $0.key < $1.key }.map { ($0.key, JSONValue.texts($0.value)) }
    return JSONValue.object(members).compact
  }

  private func sourceCard() throws -> SourceCard {
    if let cardPath { return try SourceCard.load(path: cardPath, dataset: importer.dataset) }
    let beside = path + ".card.yaml"
    guard fileExists(beside) else { return importer.defaultCard }
    return try SourceCard.load(path: beside, dataset: importer.dataset)
  }

  // The same bytes with the same parameters change nothing while they are in force everywhere.
  private func isInForce(_ source: String, _ connection: Connection) throws -> Bool {
    try connection.first(
      "SELECT 1 FROM tower_source_part WHERE source_id = ? LIMIT 1", [.text(source)]) != nil
  }

  private func register(
    _ session: ImportSession, sha256: String, parameters: String, _ connection: Connection
  ) throws {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    _ = try connection.execute(
      """
      INSERT INTO tower_source (id, dataset, publisher, title, licence, version, as_of, retrieved,
        citation, marking, file, sha256, parameters, rows_in, rows_rejected, imported_at)
      VALUES (?, ?, '', '', '', '', NULL, NULL, '', 'TLP:RED', ?, ?, ?, 0, 0, ?)
      ON CONFLICT (id) DO UPDATE SET imported_at = excluded.imported_at
      """,
      [
        .text(session.sourceIdentifier), .text(importer.dataset), .text(name), .text(sha256),
        .text(parameters), .text(invocation.tower.clock.now.description),
      ])
    _ = try connection.execute(
      "DELETE FROM tower_source_reject WHERE source_id = ?", [.text(session.sourceIdentifier)])
  }

  private func complete(_ session: ImportSession, _ connection: Connection) throws {
    let card = session.card
    let taken = session.parts.values.reduce(0, +)
    _ = try connection.execute(
      """
      UPDATE tower_source SET publisher = ?, title = ?, licence = ?, version = ?, as_of = ?,
        retrieved = ?, citation = ?, marking = ?, rows_in = ?, rows_rejected = ? WHERE id = ?
      """,
      [
        .text(card.publisher), .text(card.title), .text(card.licence), .text(card.version),
        Value(card.asOf), Value(card.retrieved), .text(card.citation),
        .text(card.marking.description), Value(taken), Value(session.rejectCount),
        .text(session.sourceIdentifier),
      ])
    try session.storeRejects()
    for (part, rows) in session.parts.sorted(by: { $0.key < $1.key }) {
      _ = try connection.execute(
        """
        INSERT INTO tower_source_part (dataset, part, source_id, rows) VALUES (?, ?, ?, ?)
        ON CONFLICT (dataset, part) DO UPDATE SET source_id = excluded.source_id,
          rows = excluded.rows
        """,
        [.text(importer.dataset), .text(part), .text(session.sourceIdentifier), Value(rows)])
    }
    try Ledger.append(
      kind: "import", subject: "source:" + session.sourceIdentifier, body: record(of: session),
      actor: invocation.tower.deployment.agency.identifier, at: invocation.tower.clock.now,
      to: connection)
  }

  /// What the ledger, which everybody reads, keeps of an import: no more than the marking where the
  /// source has one.
  private func record(of session: ImportSession) -> JSONValue {
    guard session.card.marking == .clear else {
      return .object([
        "dataset": .text(importer.dataset), "marking": .text(session.card.marking.description),
      ])
    }
    return .object([
      "dataset": .text(importer.dataset),
      "rows": .integer(Int64(session.parts.values.reduce(0, +))),
      "rejected": .integer(Int64(session.rejectCount)),
      "parts": .texts(session.parts.keys.sorted()),
    ])
  }
}

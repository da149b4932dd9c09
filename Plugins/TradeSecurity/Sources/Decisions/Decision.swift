internal import Kernel
internal import Store
internal import Vocabulary

/// What somebody decided on a party and a listed entry that it met.
struct Decision: Sendable {
  /// What was decided.
  enum Verdict: String, CaseIterable, Sendable {
    case trueMatch = "true-match"
    case falsePositive = "false-positive"
    case unsure
  }

  let identifier: String
  /// Which party: `query/DIGEST`, or `portfolio/NAME/IDENTIFIER`.
  let party: String
  let partyName: String
  /// The entry as `LIST/identifier`, as it was called then.
  let entity: String
  let entityName: String
  let verdict: Verdict
  let decidedBy: String
  let reason: String
  /// The moment, by the tower's clock.
  let decidedAt: String
  /// What was compared, of both sides.
  let partyCompared: ComparedFields
  let partyDigest: String
  let entityCompared: ComparedFields
  let entityDigest: String
  /// The version of the list that was in force.
  let listVersion: String
  /// The score at the decision, 0 to 1.
  let score: Double
  /// The parts of the score, as JSON.
  let explanation: String
  /// The decision that it replaces; nil for the first.
  let supersedes: String?
  let marking: Marking
  let source: String

  /// The day of the decision.
  var day: String { String(decidedAt.prefix(10)) }

  /// The decisions that no other replaces, or all of them, in the order of time.
  ///
  /// - Parameters:
  ///   - party: only those on this party.
  ///   - entity: only those on this entry.
  ///   - supersededToo: whether those that others replaced are among them.
  static func all(
    party: String? = nil, entity: String? = nil, supersededToo: Bool = false,
    _ connection: Connection
  ) throws -> [Decision] {
    let rows = try connection.rows(
      """
      SELECT id, party, party_name, entity, entity_name, verdict, decided_by, reason, decided_at,
        party_digest, party_compared, entity_digest, entity_compared, list_version, score,
        explanation, supersedes, marking, source_id
      FROM trade_decision d
      WHERE (?1 OR NOT EXISTS (SELECT 1 FROM trade_decision n WHERE n.supersedes = d.id))
        AND (?2 IS NULL OR party = ?2) AND (?3 IS NULL OR entity = ?3)
      ORDER BY decided_at, party, entity, id
      """, [Value(supersededToo), Value(party), Value(entity)])
    return try rows.map(Decision.init(row:))
  }

  private init(row: [Value]) throws {
    func text(_ column: Int) -> String { row[column].text ?? "" }
    guard let verdict = Verdict(rawValue: text(5)) else {
      throw TowerError(.integrity, "decision \(text(0)) has no verdict")
    }
    self.init(
      identifier: text(0), party: text(1), partyName: text(2), entity: text(3),
      entityName: text(4), verdict: verdict, decidedBy: text(6), reason: text(7),
      decidedAt: text(8), partyCompared: try ComparedFields(content: text(10)),
      partyDigest: text(9), entityCompared: try ComparedFields(content: text(12)),
      entityDigest: text(11), listVersion: text(13), score: row[14].real ?? 0,
      explanation: text(15), supersedes: row[16].text,
      // A marking that does not read is the strictest.
      marking: (try? Marking(text(17))) ?? Marking(.red), source: text(18))
  }

  init(
    identifier: String, party: String, partyName: String, entity: String, entityName: String,
    verdict: Verdict, decidedBy: String, reason: String, decidedAt: String,
    partyCompared: ComparedFields, partyDigest: String, entityCompared: ComparedFields,
    entityDigest: String, listVersion: String, score: Double, explanation: String,
    supersedes: String?, marking: Marking, source: String
  ) {
    self.identifier = identifier
    self.party = party
    self.partyName = partyName
    self.entity = entity
    self.entityName = entityName
    self.verdict = verdict
    self.decidedBy = decidedBy
    self.reason = reason
    self.decidedAt = decidedAt
    self.partyCompared = partyCompared
    self.partyDigest = partyDigest
    self.entityCompared = entityCompared
    self.entityDigest = entityDigest
    self.listVersion = listVersion
    self.score = score
    self.explanation = explanation
    self.supersedes = supersedes
    self.marking = marking
    self.source = source
  }

  /// Puts the decision into the table and the ledger.
  func write(_ tower: Tower, _ connection: Connection) throws {
    try connection.execute(
      "INSERT INTO trade_decision VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [
        .text(identifier), .text(party), .text(partyName), .text(entity), .text(entityName),
        .text(verdict.rawValue), .text(decidedBy), .text(reason), .text(decidedAt),
        .text(partyDigest), .text(partyCompared.content), .text(entityDigest),
        .text(entityCompared.content), .text(listVersion), .real(score), .text(explanation),
        Value(supersedes), .text(marking.description), .text(source),
      ])
    // The ledger is open to everybody who verifies it: it has the digest of the party, not its name,
    // and the reason only where the decision may travel freely.
    try Ledger.append(
      kind: "decision", subject: "party:" + entity,
      body: .object([
        "decision": .text(identifier), "verdict": .text(verdict.rawValue), "by": .text(decidedBy),
        "reason": marking == .clear ? .text(reason) : .null,
        "reason_sha256": .text(Digest.of(reason)), "party_sha256": .text(partyDigest),
        "entity_sha256": .text(entityDigest), "list_version": .text(listVersion),
        "score": .number(score), "supersedes": supersedes.map(JSONValue.text) ?? .null,
        "marking": .text(marking.description),
      ]),
      actor: tower.deployment.agency.identifier, at: tower.clock.now, to: connection)
  }
}

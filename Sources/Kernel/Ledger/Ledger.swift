public import Store

/// The append-only, hash-chained record of every import, configuration change, decision and export.
///
/// Each entry's hash is SHA-256 over its number, its fields and the hash before it, so that a
/// changed, removed or inserted entry breaks the chain at that place. Triggers refuse changes, but
/// the owner of the file can drop them: only a head that was countersigned elsewhere proves that
/// the whole chain was not written anew.
public enum Ledger {
  /// An entry as it is kept.
  public struct Entry: Sendable, Equatable {
    /// Its number, from 1 without gaps.
    public let number: Int64
    /// When it was written.
    public let at: String
    /// The agency that wrote it.
    public let actor: String
    /// What was done: import, configuration, decision, export, query, batch, fit, screening,
    /// watch.
    public let kind: String
    /// What it was done to.
    public let subject: String
    /// The particulars, as JSON.
    public let body: String
    /// The hash of the entry before; 64 zeros for the first.
    public let previousHash: String
    /// The hash of this entry.
    public let hash: String
  }

  /// The result of checking the chain.
  public enum Verification: Sendable, Equatable {
    /// Every entry is as it was written.
    case intact(entries: Int64, head: String)
    /// The first entry that is not, and why.
    case broken(number: Int64, reason: String)
  }

  static let migration = Migration(
    number: 2, name: "ledger",
    sql: """
      CREATE TABLE tower_ledger (
        number INTEGER PRIMARY KEY CHECK (number > 0), at TEXT NOT NULL, actor TEXT NOT NULL,
        kind TEXT NOT NULL, subject TEXT NOT NULL, body TEXT NOT NULL,
        previous_hash TEXT NOT NULL, hash TEXT NOT NULL UNIQUE
      ) STRICT;
      CREATE TRIGGER tower_ledger_no_update BEFORE UPDATE ON tower_ledger
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
      CREATE TRIGGER tower_ledger_no_delete BEFORE DELETE ON tower_ledger
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
      """)

  // A chain that lost its end, or all of it, is a whole chain again: the head says that it was longer.
  static let headMigration = Migration(
    number: 4, name: "head of the ledger",
    sql: """
      CREATE TABLE tower_ledger_head (
        id INTEGER PRIMARY KEY CHECK (id = 1), number INTEGER NOT NULL, hash TEXT NOT NULL
      ) STRICT;
      INSERT INTO tower_ledger_head
        SELECT 1, number, hash FROM tower_ledger ORDER BY number DESC LIMIT 1;
      CREATE TRIGGER tower_ledger_has_head AFTER INSERT ON tower_ledger BEGIN
        INSERT INTO tower_ledger_head VALUES (1, NEW.number, NEW.hash)
          ON CONFLICT (id) DO UPDATE SET number = excluded.number, hash = excluded.hash;
      END;
      CREATE TRIGGER tower_ledger_head_no_delete BEFORE DELETE ON tower_ledger_head
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
      """)

  /// Appends an entry inside the transaction of the change that it records.
  @discardableResult
  public static func append(
    kind: String, subject: String, body: JSONValue, actor: String, at instant: Instant,
    to connection: Connection
  ) throws -> Entry {
    let last = try head(connection)
    let number = (last?.number ?? 0) + 1
    let previous = last?.hash ?? genesis
    let text = body.compact
    let hash = hash(
      number: number, at: instant.description, actor: actor, kind: kind, subject: subject,
      body: text, previousHash: previous)
    let entry = Entry(
      number: number, at: instant.description, actor: actor, kind: kind, subject: subject,
      body: text, previousHash: previous, hash: hash)
    _ = try connection.execute(
      """
      INSERT INTO tower_ledger (number, at, actor, kind, subject, body, previous_hash, hash)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .integer(number), .text(entry.at), .text(actor), .text(kind), .text(subject), .text(text),
        .text(previous), .text(hash),
      ])
    return entry
  }

  /// Number and hash of the last entry that was written, which the store keeps beside the ledger; nil
  /// before the first.
  private static func head(_ connection: Connection) throws -> (number: Int64, hash: String)? {
    try connection.first("SELECT number, hash FROM tower_ledger_head").map {
      ($0[0].integer ?? 0, $0[1].text ?? "")
    }
  }

  /// Every entry, oldest first.
  public static func entries(_ connection: Connection) throws -> [Entry] {
    try connection.rows(
      """
      SELECT number, at, actor, kind, subject, body, previous_hash, hash
      FROM tower_ledger ORDER BY number
      """
    ).map { row in
      Entry(
        number: row[0].integer ?? 0, at: row[1].text ?? "", actor: row[2].text ?? "",
        kind: row[3].text ?? "", subject: row[4].text ?? "", body: row[5].text ?? "",
        previousHash: row[6].text ?? "", hash: row[7].text ?? "")
    }
  }

  /// Checks the chain and names the first broken entry.
  public static func verify(_ connection: Connection) throws -> Verification {
    var expected: Int64 = 1
    var previous = genesis
    for entry in try entries(connection) {
      if entry.number != expected {
        return .broken(
          number: expected, reason: "entry \(expected) is missing; \(entry.number) follows")
      }
      if entry.previousHash != previous {
        return .broken(number: entry.number, reason: "it does not continue the entry before it")
      }
      let computed = hash(
        number: entry.number, at: entry.at, actor: entry.actor, kind: entry.kind,
        subject: entry.subject, body: entry.body, previousHash: entry.previousHash)
      if computed != entry.hash {
        return .broken(number: entry.number, reason: "its content does not match its hash")
      }
      previous = entry.hash
      expected += 1
    }
    if let head = try head(connection), head.number != expected - 1 || head.hash != previous {
      return .broken(
        number: expected, reason: "the store remembers \(head.number) entries; the last are missing"
      )
    }
    return .intact(entries: expected - 1, head: previous)
  }

  private static let genesis = String(repeating: "0", count: 64)

  // Each field is preceded by its length, so that moving text between fields changes the hash.
  private static func hash(
    number: Int64, at: String, actor: String, kind: String, subject: String, body: String,
    previousHash: String
  ) -> String {
    let fields = [String(number), at, actor, kind, subject, body, previousHash]
    return Digest.of(fields.map { "\($0.utf8.count):\($0)" }.joined())
  }
}

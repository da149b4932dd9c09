internal import Kernel
internal import Store

/// The table of decisions on candidates.
///
/// It is not open to questions: a decision names a party, and each has a marking of its own; the
/// commands and the function `trade_decisions` leave out what may not be held.
enum DecisionSchema {
  static let migration = Migration(
    number: 6, name: "decisions on candidates",
    sql: """
      CREATE TABLE trade_decision (
        id TEXT PRIMARY KEY, party TEXT NOT NULL, party_name TEXT NOT NULL, entity TEXT NOT NULL,
        entity_name TEXT NOT NULL,
        verdict TEXT NOT NULL CHECK (verdict IN ('true-match', 'false-positive', 'unsure')),
        decided_by TEXT NOT NULL, reason TEXT NOT NULL, decided_at TEXT NOT NULL,
        party_digest TEXT NOT NULL, party_compared TEXT NOT NULL,
        entity_digest TEXT NOT NULL, entity_compared TEXT NOT NULL,
        list_version TEXT NOT NULL, score REAL NOT NULL, explanation TEXT NOT NULL,
        supersedes TEXT UNIQUE REFERENCES trade_decision (id), marking TEXT NOT NULL,
        source_id TEXT NOT NULL REFERENCES tower_source (id)
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX trade_decision_first ON trade_decision (party, entity)
        WHERE supersedes IS NULL;
      CREATE TRIGGER trade_decision_no_update BEFORE UPDATE ON trade_decision
        BEGIN SELECT RAISE(ABORT, 'a decision is superseded, never changed'); END;
      CREATE TRIGGER trade_decision_no_delete BEFORE DELETE ON trade_decision
        BEGIN SELECT RAISE(ABORT, 'a decision is superseded, never removed'); END;
      """)
}

public import Store
internal import Vocabulary

/// A part of a data set that was held and is not any more, because the store was brought up to date
/// and its rows could not be kept.
///
/// It is remembered until its file is imported again or a person dismisses it: what is missing must
/// not read as never held.
public struct DroppedPart: Sendable {
  /// The data set.
  public let dataset: String
  /// The part: a year, a list.
  public let part: String
  /// The source that was in force for it.
  public let source: String
  /// How many rows it had; nil when that is not known.
  public let rows: Int?

  /// The parts that were dropped, in the order of their names.
  ///
  /// - Parameter dataset: of this data set alone; nil for all.
  public static func all(of dataset: String? = nil, _ connection: Connection) throws
    -> [DroppedPart]
  {
    try connection.rows(
      """
      SELECT dataset, part, source_id, rows FROM tower_source_part_dropped
      WHERE ?1 IS NULL OR dataset = ?1 ORDER BY dataset, part
      """, [Value(dataset)]
    ).map { row in
      DroppedPart(
        dataset: row[0].text ?? "", part: row[1].text ?? "", source: row[2].text ?? "",
        rows: row[3].integer.map(Int.init))
    }
  }

  static let storeCheck = StoreCheck("parts of sources") { connection in
    try all(connection).map { dropped in
      "part '\(dropped.part)' of \(dropped.dataset) (source \(dropped.source)) was held by an older "
        + "version and is missing now: import its file again, or 'tower sources dismiss "
        + "\(dropped.dataset) \(dropped.part)'"
    }
  }

  // The kernel's migrations come before those of the modules, so that the trigger sees what they
  // drop. Of what was dropped before it was there, the ledger knows the parts; the rows of each it
  // knows only where a source had one part.
  static let migration = Migration(
    number: 3, name: "parts that were dropped",
    sql: """
      CREATE TABLE tower_source_part_dropped (
        dataset TEXT NOT NULL, part TEXT NOT NULL,
        source_id TEXT NOT NULL REFERENCES tower_source (id), rows INTEGER,
        PRIMARY KEY (dataset, part)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO tower_source_part_dropped
        SELECT s.dataset, p.value, s.id,
          CASE json_array_length(l.body, '$.parts') WHEN 1 THEN s.rows_in END
        FROM tower_ledger l JOIN tower_source s ON l.subject = 'source:' || s.id
          JOIN json_each(l.body, '$.parts') p
        WHERE l.kind = 'import' AND json_valid(l.body) AND p.type = 'text' AND NOT EXISTS (
          SELECT 1 FROM tower_source_part h WHERE h.dataset = s.dataset AND h.part = p.value)
        ORDER BY l.number
        ON CONFLICT (dataset, part) DO UPDATE SET source_id = excluded.source_id,
          rows = excluded.rows;
      CREATE TRIGGER tower_source_part_is_dropped AFTER DELETE ON tower_source_part BEGIN
        INSERT INTO tower_source_part_dropped
          VALUES (OLD.dataset, OLD.part, OLD.source_id, OLD.rows)
          ON CONFLICT (dataset, part) DO UPDATE SET source_id = excluded.source_id,
            rows = excluded.rows;
      END;
      CREATE TRIGGER tower_source_part_is_back AFTER INSERT ON tower_source_part BEGIN
        DELETE FROM tower_source_part_dropped WHERE dataset = NEW.dataset AND part = NEW.part;
      END;
      """)
}

internal import Store

/// The tables of baselines and alerts.
///
/// None is open to questions as it is: rows of an answer stand in them, and the state of an alert
/// depends on the day; the function `alerts` shows both.
enum WatchSchema {
  static let migration = Migration(
    number: 1, name: "baselines and alerts",
    sql: """
      CREATE TABLE watch_baseline (
        watch TEXT PRIMARY KEY, query TEXT NOT NULL, query_digest TEXT NOT NULL,
        parameters TEXT NOT NULL, key TEXT NOT NULL, sources TEXT NOT NULL, as_of TEXT NOT NULL,
        taken TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE watch_baseline_row (
        watch TEXT NOT NULL REFERENCES watch_baseline (watch) ON DELETE CASCADE,
        key TEXT NOT NULL, row TEXT NOT NULL, PRIMARY KEY (watch, key)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE watch_alert (
        fingerprint TEXT PRIMARY KEY, watch TEXT NOT NULL, key TEXT NOT NULL,
        change TEXT NOT NULL CHECK (change IN ('added', 'removed', 'changed')),
        before TEXT, after TEXT, level TEXT NOT NULL, is_open INTEGER NOT NULL,
        count INTEGER NOT NULL CHECK (count > 0), first_seen TEXT NOT NULL, last_seen TEXT NOT NULL,
        owner TEXT, reason TEXT, suppressed_until TEXT,
        CHECK ((owner IS NULL) = (suppressed_until IS NULL)
          AND (reason IS NULL) = (suppressed_until IS NULL))
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX watch_alert_watch ON watch_alert (watch);
      """)
}

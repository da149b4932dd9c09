internal import Store

/// The tables of portfolios and of their screening.
///
/// None of them is open to questions: they name people, and a portfolio has a marking of its own; the
/// commands and the function `trade_portfolio_hits` show what may be held.
enum PortfolioSchema {
  static let migration = Migration(
    number: 7, name: "portfolios and their screening",
    sql: """
      CREATE TABLE trade_portfolio (
        name TEXT PRIMARY KEY, purpose TEXT NOT NULL, marking TEXT NOT NULL,
        source_id TEXT NOT NULL REFERENCES tower_source (id)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE trade_portfolio_party (
        portfolio TEXT NOT NULL REFERENCES trade_portfolio (name), party TEXT NOT NULL,
        row INTEGER NOT NULL, compared TEXT, screened TEXT,
        source_id TEXT NOT NULL REFERENCES tower_source (id), PRIMARY KEY (portfolio, party),
        CHECK (compared IS NOT NULL OR screened IS NOT NULL)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE trade_portfolio_screening (
        portfolio TEXT NOT NULL REFERENCES trade_portfolio (name), number INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('whole', 'changes')), screened_at TEXT NOT NULL,
        threshold REAL NOT NULL, lists TEXT NOT NULL, versions TEXT NOT NULL,
        program TEXT NOT NULL, parties INTEGER NOT NULL, hits INTEGER NOT NULL,
        source_id TEXT NOT NULL REFERENCES tower_source (id), PRIMARY KEY (portfolio, number)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE trade_portfolio_entry (
        portfolio TEXT NOT NULL REFERENCES trade_portfolio (name), entity TEXT NOT NULL,
        compared TEXT NOT NULL, PRIMARY KEY (portfolio, entity)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE trade_portfolio_hit (
        portfolio TEXT NOT NULL, party TEXT NOT NULL, entity TEXT NOT NULL,
        entity_name TEXT NOT NULL, score REAL NOT NULL, listed_name TEXT NOT NULL,
        name_kind TEXT NOT NULL, explanation TEXT NOT NULL, PRIMARY KEY (portfolio, party, entity),
        FOREIGN KEY (portfolio, party) REFERENCES trade_portfolio_party (portfolio, party)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE trade_portfolio_alert (
        portfolio TEXT NOT NULL, number INTEGER NOT NULL, party TEXT NOT NULL,
        entity TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('new', 'changed', 'gone')),
        party_name TEXT NOT NULL, entity_name TEXT NOT NULL, score_before REAL, score REAL,
        changes TEXT NOT NULL, PRIMARY KEY (portfolio, number, party, entity),
        FOREIGN KEY (portfolio, number) REFERENCES trade_portfolio_screening (portfolio, number)
      ) STRICT, WITHOUT ROWID;
      """)
}

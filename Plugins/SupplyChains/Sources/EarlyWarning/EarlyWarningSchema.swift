internal import Kernel
internal import Store

/// The tables of the fitted rule.
enum EarlyWarningSchema {
  static let migration = Migration(
    number: 2, name: "fitted rules of early warning",
    sql: """
      CREATE TABLE early_warning_fit (
        id TEXT PRIMARY KEY, fitted_at TEXT NOT NULL, training_first TEXT NOT NULL,
        training_last TEXT NOT NULL, rise REAL NOT NULL, horizon INTEGER NOT NULL,
        ridge REAL NOT NULL, intercept REAL NOT NULL, threshold REAL NOT NULL,
        samples INTEGER NOT NULL, event_months INTEGER NOT NULL, sources TEXT NOT NULL,
        sha256 TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE early_warning_coefficient (
        fit TEXT NOT NULL REFERENCES early_warning_fit (id), position INTEGER NOT NULL,
        feature TEXT NOT NULL, mean REAL NOT NULL, deviation REAL NOT NULL,
        coefficient REAL NOT NULL, PRIMARY KEY (fit, position)
      ) STRICT, WITHOUT ROWID;
      """)

  static let tables = [
    TableDescriptor(
      "early_warning_fit", doc: "A fit of the logistic rule to monthly prices.",
      columns: [
        Column("id", .text, doc: "The identifier: the rule and the start of the SHA-256."),
        Column("fitted_at", .text, doc: "When it was fitted."),
        Column("training_first", .text, doc: "The first month that it was fitted to."),
        Column("training_last", .text, doc: "The last month that it was fitted to."),
        Column("rise", .real, doc: "The rise that is warned of, as a share."),
        Column("horizon", .integer, unit: "months", doc: "Within how many months it comes."),
        Column("ridge", .real, doc: "The weight of the ridge."),
        Column("intercept", .real, doc: "The log-odds where every feature is at its mean."),
        Column("threshold", .real, doc: "Above this probability the rule alerts."),
        Column("samples", .integer, doc: "How many months of series it was fitted to."),
        Column("event_months", .integer, doc: "In how many of them the rise lay ahead."),
        Column("sources", .json, doc: "The sources of the prices."),
        Column("sha256", .text, doc: "The SHA-256 of everything above but the time."),
      ]),
    TableDescriptor(
      "early_warning_coefficient", doc: "A coefficient of a fit of the logistic rule.",
      columns: [
        Column("fit", .text, doc: "The fit."),
        Column("position", .integer, doc: "The place of the feature, from 1."),
        Column("feature", .text, doc: "The feature."),
        Column("mean", .real, doc: "Its mean in the training window."),
        Column("deviation", .real, doc: "Its standard deviation in the training window."),
        Column(
          "coefficient", .real,
          doc: "What one standard deviation adds to the log-odds of the rise."),
      ]),
  ]
}

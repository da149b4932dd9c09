internal import EarlyWarning
internal import Kernel
internal import Store
internal import Vocabulary

/// A fit of the logistic rule as the store keeps it, with what it was fitted to.
struct StoredFit {
  let rule: FittedRule
  /// The sources of the prices.
  let sources: [String]

  /// The identifier, which follows from the content: the same fit is kept once.
  var identifier: String { "\(FittedRule.name)/\(sha256.prefix(16))" }

  /// The SHA-256 of the training window, the event, the numbers and the sources.
  var sha256: String {
    let numbers = [rule.intercept, rule.threshold, FittedRule.ridge, RiseEvent.rise]
    let head =
      ["\(rule.training.lowerBound)", "\(rule.training.upperBound)", "\(RiseEvent.horizon)"]
      + ["\(rule.samples)", "\(rule.eventMonths)"] + numbers.map { "\($0)" } + sources
    let rows = rule.coefficients.map { row in
      "\(row.feature) \(row.mean) \(row.deviation) \(row.coefficient)"
    }
    return Digest.of((head + rows).map { $0 + "\n" }.joined())
  }

  /// Keeps the fit with an entry in the ledger, inside the transaction of the connection.
  ///
  /// - Returns: false, with nothing changed, when the store has it already.
  func keep(_ invocation: Invocation, _ connection: Connection) throws -> Bool {
    let tower = invocation.tower
    let isNew = try connection.execute(
      "INSERT OR IGNORE INTO early_warning_fit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [
        .text(identifier), .text(tower.clock.now.description),
        .text(rule.training.lowerBound.description), .text(rule.training.upperBound.description),
        .real(RiseEvent.rise), Value(RiseEvent.horizon), .real(FittedRule.ridge),
        .real(rule.intercept), .real(rule.threshold), Value(rule.samples),
        Value(rule.eventMonths), .text(JSONValue.texts(sources).compact), .text(sha256),
      ])
    guard isNew == 1 else { return false }
    for (index, row) in rule.coefficients.enumerated() {
      try connection.execute(
        "INSERT INTO early_warning_coefficient VALUES (?, ?, ?, ?, ?, ?)",
        [
          .text(identifier), Value(index + 1), .text(row.feature), .real(row.mean),
          .real(row.deviation), .real(row.coefficient),
        ])
    }
    try Ledger.append(
      kind: "fit", subject: "rule:" + identifier,
      body: .object([
        "sha256": .text(sha256), "sources": .texts(sources),
        "training": .texts([
          rule.training.lowerBound.description, rule.training.upperBound.description,
        ]),
      ]),
      actor: tower.deployment.agency.identifier, at: tower.clock.now, to: connection)
    return true
  }

  /// The fit to use: the one whose training window ended last before a month, of two the newer.
  ///
  /// - Throws: `TowerError` for a fit that is not what was kept.
  static func latest(before month: Month, _ connection: Connection) throws -> StoredFit? {
    let rows = try connection.rows(
      """
      SELECT id, training_first, training_last, intercept, threshold, samples, event_months,
        sha256, rise, horizon, ridge
      FROM early_warning_fit WHERE training_last < ?
      ORDER BY training_last DESC, fitted_at DESC, id LIMIT 1
      """, [.text(month.description)])
    return try rows.first.map { try read($0, connection) }
  }

  private static func read(_ row: [Value], _ connection: Connection) throws -> StoredFit {
    let identifier = row[0].text ?? ""
    let coefficients = try connection.rows(
      """
      SELECT feature, mean, deviation, coefficient FROM early_warning_coefficient
      WHERE fit = ? ORDER BY position
      """, [.text(identifier)]
    ).map { row in
      FittedRule.Coefficient(
        feature: row[0].text ?? "", mean: row[1].real ?? .nan, deviation: row[2].real ?? .nan,
        coefficient: row[3].real ?? .nan)
    }
    let sources = try connection.rows(
      """
      SELECT json_each.value FROM early_warning_fit, json_each(early_warning_fit.sources)
      WHERE early_warning_fit.id = ? ORDER BY json_each.key
      """, [.text(identifier)]
    ).compactMap { $0[0].text }
    let first = try Month(row[1].text ?? "")
    let last = try Month(row[2].text ?? "")
    let rule = FittedRule(
      training: first...max(first, last), intercept: row[3].real ?? .nan,
      coefficients: coefficients, threshold: row[4].real ?? .nan,
      samples: Int(row[5].integer ?? 0), eventMonths: Int(row[6].integer ?? 0))
    let fit = rule.map { StoredFit(rule: $0, sources: sources) }
    guard let fit, fit.sha256 == row[7].text else {
      throw TowerError(
        .integrity, "the fit \(identifier) is not what was kept, or is of another version",
        hints: ["fit the rule again: tower supply early-warning-fit --training YEAR..YEAR"])
    }
    return fit
  }
}

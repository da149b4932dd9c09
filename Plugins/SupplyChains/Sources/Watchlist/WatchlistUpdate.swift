internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary
internal import Watchlist

/// Brings the computed watch list of one importer forward to a year.
struct WatchlistUpdate {
  /// A product that entered, left or moved.
  struct Change {
    let product: ProductCode
    let year: Int
    let change: WatchlistChange
    let tier: Int?
    let score: Double
    let reason: String
  }

  /// What was changed, by year and product.
  private(set) var changes: [Change] = []
  /// How many products stand on the list now.
  var members: Int { list.count }
  /// How many of them hysteresis or the least time alone keeps.
  private(set) var kept = 0
  /// The years that were applied, in order.
  let years: [Int]
  let sources: [String]
  let marking: Marking
  private let importer: String
  private let run: String
  private let rule: WatchlistRule
  private var list: [WatchlistScores.Key: WatchlistMember]

  /// Computes the years after those that the list has had, and writes what changes.
  ///
  /// - Parameter day: the day of the update.
  /// - Returns: nil when the list stands at the year already.
  /// - Throws: `TowerError` when the list is past the year, or when the year has no score.
  init?(
    importer: String, edition: String, year: Int, day: Day, _ settings: SupplySettings,
    _ connection: Connection
  ) throws {
    let last = try WatchlistUpdate.lastYear(importer, edition, connection)
    if last == year { return nil }
    if let last, last > year {
      throw TowerError(
        .usage, "the list of \(importer) stands at \(last), after \(year)",
        hints: ["a list is brought forward, never back"])
    }
    let held = try HeldFlows.years(including: year, edition: edition, connection)
    let first = last.map { $0 + 1 } ?? held.first ?? year
    let scores = try WatchlistScores(
      importer: importer, edition: edition, years: first...year, settings.dependence, connection)
    guard scores.years.last == year else {
      throw TowerError(
        .failed,
        "cannot tell: the score of \(year) needs the flows of \(year - 2) and \(year - 1) as well",
        hints: ["years held: " + AskedYears.text(held), "tower import baci FILE brings more"])
    }
    self.importer = importer
    rule = settings.watchlist.rule
    years = scores.years
    sources = scores.sources
    marking = try SourceRegister.marking(of: scores.sources, connection)
    run = "\(importer)/\(edition)/\(year)"
    list = try WatchlistUpdate.openList(importer, edition, connection)
    try register(edition, first: years[0], last: year, day, connection)
    for year in years { try apply(year, scores, connection) }
  }

  private mutating func apply(_ year: Int, _ scores: WatchlistScores, _ connection: Connection)
    throws
  {
    kept = 0
    for key in scores.keys(year).union(list.keys).sorted(by: { $0.product < $1.product }) {
      let before = list[key]
      let score = scores.score(key, year)
      let step = rule.step(before, year: year, score: score)
      list[key] = step.member
      if step.isKept { kept += 1 }
      guard step.change != .none, let score else { continue }
      let change = Change(
        product: key.product, year: year, change: step.change, tier: step.member?.tier,
        score: score,
        reason: reason(step, before, year, score) + " (\(scores.reason(key, year)))")
      try write(change, step.member, connection)
      changes.append(change)
    }
  }

  private func reason(
    _ step: WatchlistStep, _ before: WatchlistMember?, _ year: Int, _ score: Double
  ) -> String {
    switch step.change {
    case .removed:
      let years = before.map { year - $0.since } ?? 0
      return "\(Comparison("score", score, above: rule.leave)) after \(years) years on the list"
    case .moved(let tier):
      let isWorse = (step.member?.tier ?? 3) < tier
      let bound =
        (isWorse ? step.member?.tier ?? tier : tier) == 1 ? rule.firstTier : rule.secondTier
      return isWorse
        ? "tier \(tier) before: score \(Comparison.text(score)) >= \(Comparison.text(bound))"
        : "tier \(tier) before: score \(Comparison.text(score)) < "
          + "\(Comparison.text(bound)) - \(Comparison.text(rule.tierMargin))"
    case .added, .none:
      return "\(Comparison("score", score, above: rule.enter))"
    }
  }

  private func write(_ change: Change, _ member: WatchlistMember?, _ connection: Connection) throws
  {
    let day = TradeYear.lastDay(of: change.year)
    let product = Value.text(change.product.description)
    if change.change != .added {
      try connection.execute(
        """
        UPDATE supply_watchlist_entry SET valid_to = ?, end_run_id = ?, removal_reason = ?
        WHERE importer = ? AND product = ? AND valid_to IS NULL
        """,
        [
          Value(day), .text(run), Value(member == nil ? change.reason : nil), .text(importer),
          product,
        ])
    }
    guard let member else { return }
    try connection.execute(
      """
      INSERT INTO supply_watchlist_entry (importer, product, year, since, tier, score, reason,
        valid_from, run_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(importer), product, Value(change.year), Value(member.since), Value(member.tier),
        .real(change.score), .text(change.reason), Value(day), .text(run),
      ])
  }

  private func register(
    _ edition: String, first: Int, last: Int, _ day: Day, _ connection: Connection
  ) throws {
    let thresholds = JSONValue.object([
      "enter": .number(rule.enter), "leave": .number(rule.leave),
      "minimum_years": .integer(Int64(rule.minimumYears)), "tier_1": .number(rule.firstTier),
      "tier_2": .number(rule.secondTier),
    ])
    try connection.execute(
      "INSERT INTO supply_watchlist_run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [
        .text(run), .text(importer), .text(edition), Value(first), Value(last), Value(day),
        .text(thresholds.compact), .text(JSONValue.texts(sources).compact),
        .text(marking.description),
      ])
  }

  private static func lastYear(_ importer: String, _ edition: String, _ connection: Connection)
    throws -> Int?
  {
    try connection.first(
      "SELECT max(last_year) FROM supply_watchlist_run WHERE importer = ? AND edition = ?",
      [.text(importer), .text(edition)])?[0].integer.map(Int.init)
  }

  private static func openList(_ importer: String, _ edition: String, _ connection: Connection)
    throws -> [WatchlistScores.Key: WatchlistMember]
  {
    let rows = try connection.rows(
      """
      SELECT product, since, tier FROM supply_watchlist_entry
      WHERE importer = ? AND valid_to IS NULL
      """, [.text(importer)])
    var list: [WatchlistScores.Key: WatchlistMember] = [:]
    for row in rows {
      let product = try ProductCode(row[0].text ?? "")
      guard product.edition == edition, let since = row[1].integer, let tier = row[2].integer
      else { continue }
      list[WatchlistScores.Key(importer: importer, product: product)] = WatchlistMember(
        since: Int(since), tier: Int(tier))
    }
    return list
  }
}

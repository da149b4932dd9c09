internal import Kernel
internal import NameMatching
internal import Store
internal import Vocabulary

/// One run of `trade screen`.
struct ScreenRun {
  private let invocation: Invocation
  private let lists: ScreenedLists
  private let match: Double
  private let threshold: Double
  private let limit: Int
  private let isExhaustive: Bool

  init(_ invocation: Invocation, _ lists: ScreenedLists, match: Double) {
    self.invocation = invocation
    self.lists = lists
    self.match = match
    threshold = invocation.arguments.optionalNumber("threshold") ?? match
    limit = invocation.arguments.integer("limit")
    isExhaustive = invocation.arguments.flag("exhaustive")
  }

  /// Screens one name.
  func one(_ name: String, _ connection: Connection) throws -> CommandResult {
    let named = NameQuery(name)
    guard !named.isEmpty else {
      throw TowerError(.usage, "'\(name)' has no letter or digit to look for")
    }
    var screening = Screening(lists)
    let party = try ScreenRun.party(invocation.arguments.optionalText("type"))
    let query = ScreenQuery(name: name, party: party)
    let alarm = invocation.arguments.optionalNumber("fail-on")
    let hits = screening.hits(query, threshold: threshold, isExhaustive: isExhaustive)
    let shown = Array(hits.prefix(limit))
    var notes = [
      hits.isEmpty
        ? ScreenAnswer.nothing(lists, threshold: threshold) + "; that is not clearance" : searched()
    ]
    if shown.count < hits.count {
      notes.append("only the best \(shown.count) of \(hits.count) parties are shown: raise --limit")
    }
    if !named.isDistinctive {
      notes.append(
        "'\(name)' has no word that can tell one party from another: give more of the name")
    }
    if named.isCut { notes.append("only the first words of so long a name were compared") }
    let isAlarmed = alarm.map { least in
      least >= threshold
        ? hits.contains { $0.score >= least }
        : !screening.hits(query, threshold: least, limit: 1).isEmpty
    }
    var result = try answer(connection, notes: notes, isAlarmed: isAlarmed ?? false)
    result.isCut = shown.count < hits.count
    if invocation.options.format == .ndjson {
      result.text = answers().line(query, shown)
    } else {
      result.tables = [
        ResultTable(
          columns: ScreenRow.columns,
          rows: shown.map { ScreenRow.values($0, on: invocation.asOf) })
      ]
    }
    return result
  }

  /// Screens every row of a file.
  func file(_ path: String, _ connection: Connection) throws -> CommandResult {
    let input = try ScreenInput(
      path: path, map: invocation.arguments.optionalText("map"), connection)
    let progress = Progress("screening", isQuiet: invocation.options.isQuiet)
    defer { progress.finish() }
    let isLines = invocation.options.format == .ndjson
    let answers = answers()
    let alarm = invocation.arguments.optionalNumber("fail-on")
    let (threshold, limit, isExhaustive, day) = (threshold, limit, isExhaustive, invocation.asOf)
    var (count, found, unread) = (0, 0, 0)
    var isAlarmed = false
    func screen(_ write: ([Row]) throws -> Void) throws {
      try BulkScreening.run(input, lists, threads: BulkScreening.cores) { screening, query in
        let hits = screening.hits(
          query, threshold: threshold, limit: limit, isExhaustive: isExhaustive)
        return Row(
          line: isLines ? answers.line(query, hits) : "",
          values: isLines
            ? []
            : hits.map {
              [Value(query.row ?? 0), .text(query.name)] + ScreenRow.values($0, on: day)
            },
          best: hits.first?.score, isPartlyUnread: !query.unread.isEmpty)
      } take: { results in
        count += results.count
        found += results.count { $0.best != nil }
        unread += results.count { $0.isPartlyUnread }
        if let alarm, results.contains(where: { $0.best ?? 0 >= alarm }) { isAlarmed = true }
        try write(results)
        progress.report(done: input.position, of: input.size, rows: count)
      }
    }
    if isLines {
      try screen { try invocation.answer.write($0.map(\.line).joined()) }
    } else {
      try invocation.answer.write(ScreenRun.columns) { table in
        try screen { for row in $0 { try row.values.forEach(table.append) } }
      }
    }
    var notes = [
      searched(),
      "\(found) of \(count) parties have a candidate at or above \(threshold); the others "
        + "have none on these lists, which is not clearance",
    ]
    if unread > 0 {
      notes.append(
        "\(unread) of \(count) parties have a birth date or country that is not understood and was "
          + "not compared; --format ndjson says which")
    }
    return try answer(connection, notes: notes, isAlarmed: isAlarmed)
  }

  /// What a thread gives for a row.
  private struct Row: Sendable {
    let line: String
    let values: [[Value]]
    let best: Double?
    let isPartlyUnread: Bool
  }

  private static let columns =
    [
      Column("row", .integer, doc: "The row of the file, from 1."),
      Column("query", .text, doc: "The name asked about."),
    ] + ScreenRow.columns

  private func answers() -> ScreenAnswer {
    ScreenAnswer(
      lists, match: match, threshold: threshold,
      isExplained: invocation.arguments.flag("explain"), on: invocation.asOf)
  }

  private func searched() -> String {
    let described = lists.versions.map { $0.described(on: invocation.asOf) }
    let number = described.count == 1 ? "1 list" : "\(described.count) lists"
    return "searched \(number): \(described.joined(separator: ", ")); a name that meets is not yet "
      + "the party"
  }

  private func answer(_ connection: Connection, notes: [String], isAlarmed: Bool) throws
    -> CommandResult
  {
    let sources = lists.versions.map(\.source)
    var result = CommandResult(
      notes: notes, sources: sources,
      marking: try SourceRegister.marking(of: sources, connection))
    result.status = isAlarmed ? .findingsAtLevel : .ok
    return result
  }

  /// The kind of party that a word means.
  ///
  /// - Throws: `TowerError` for another word.
  static func party(_ text: String?) throws -> ListedName.Party? {
    guard let text else { return nil }
    guard let party = ScreenQuery.party(text) else {
      throw TowerError(
        .usage, "--type: '\(text)' is not person, organisation, vessel or aircraft")
    }
    return party
  }
}

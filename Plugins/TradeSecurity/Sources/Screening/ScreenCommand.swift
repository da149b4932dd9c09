internal import Kernel
internal import NameMatching
internal import Store
internal import Vocabulary

/// The command `trade screen`.
enum ScreenCommand {
  /// Makes the command with the score from which parties are shown.
  static func make(threshold: Double) -> Command {
    Command(
      "trade screen", summary: "Looks for a name among the parties of the imported lists.",
      discussion: """
        Names are compared by whole words, whatever their order, case, accents and legal form: 1 means
        that all words met and the legal forms agree; below, one name holds the other, and the score is
        the share of words that met (Dice 1945). A name in another script or with a misspelt word is
        not found. Nothing found is never clearance. Exit code 1 when --fail-on is given and a party
        scores at least that.
        """,
      parameters: [
        .positional("name", .text, isRepeated: true, doc: "The name, in any order of its words."),
        Parameter(
          "threshold", .number(0...1), .defaulted("\(threshold)"),
          doc: "The score from which parties are shown."),
        Parameter(
          "list", .text, isRepeated: true, doc: "Only these lists, such as ofac-sdn; all otherwise."
        ),
        Parameter(
          "limit", .integer(1...10_000), .defaulted("20"),
          doc: "How many parties are shown at most."),
        Parameter(
          "fail-on", .number(0...1), doc: "End with exit code 1 when a party scores at least this."),
      ],
      columns: ScreenRow.columns,
      examples: ["trade screen Deutsche Bank AG", "trade screen HAMAS --list ofac-nonsdn"]
    ) { invocation in
      try invocation.tower.read { try answer(invocation, $0) }
    }
  }

  private static func answer(_ invocation: Invocation, _ connection: Connection) throws
    -> CommandResult
  {
    let arguments = invocation.arguments
    let name = arguments.texts("name").joined(separator: " ")
    let screening = try Screening(lists: arguments.texts("list"), connection)
    let hits = try screening.hits(name)
    let threshold = arguments.optionalNumber("threshold") ?? 0
    let above = hits.filter { $0.candidate.score >= threshold }
    let shown = above.prefix(arguments.integer("limit"))
    let least = hits.isEmpty ? nil : threshold
    var notes = [lists(screening, found: !above.isEmpty, least: least, on: invocation.asOf)]
    if shown.count < above.count {
      notes.append(
        "only the best \(shown.count) of \(above.count) parties are shown: raise --limit")
    }
    if above.count < hits.count {
      notes.append(
        "\(hits.count - above.count) more score below \(threshold): lower --threshold to see them")
    }
    notes += try doubts(name, screening)
    let sources = screening.versions.map(\.source)
    let alarm = arguments.optionalNumber("fail-on")
    let isAlarmed = alarm.map { limit in hits.contains { $0.candidate.score >= limit } } ?? false
    var result = CommandResult(
      columns: ScreenRow.columns, rows: shown.map { ScreenRow.values($0, on: invocation.asOf) },
      notes: notes, sources: sources,
      marking: try SourceRegister.marking(of: sources, connection))
    result.status = isAlarmed ? .findingsAtLevel : .ok
    return result
  }

  private static func lists(
    _ screening: Screening, found: Bool, least: Double?, on day: Day
  ) -> String {
    let count = screening.versions.count
    let lists = screening.versions.map { $0.described(on: day) }.joined(separator: ", ")
    let number = count == 1 ? "1 list" : "\(count) lists"
    let bound = least.map { " at \($0) or more" } ?? ""
    return found
      ? "searched \(number): \(lists); a name that meets is not yet the party"
      : "no listed name met\(bound) on \(number): \(lists); that is not clearance"
  }

  /// What keeps the search from telling.
  private static func doubts(_ name: String, _ screening: Screening) throws -> [String] {
    var doubts: [String] = []
    if !NameTokens.areDistinctive(name) {
      doubts.append(
        "'\(name)' has no word that can tell one party from another: give more of the name")
    }
    if try !screening.hasNames(inScriptOf: name) {
      doubts.append(
        "the lists print no name in the script of '\(name)', and names are not transliterated: give "
          + "the name as it is written in Latin letters")
    }
    return doubts
  }
}

/// A hit as a row of the answer.
enum ScreenRow {
  static let columns = [
    Column("score", .real, doc: "How near it is, 0 to 1; 1 when all words met."),
    Column("list", .text, doc: "The list."),
    Column("entry", .text, doc: "The identifier of the party within the list."),
    Column("party", .text, doc: "The primary name of the party."),
    Column("party_kind", .text, doc: "person, organisation, vessel or aircraft."),
    Column("programmes", .text, doc: "The sanctions programmes."),
    Column("listed_name", .text, doc: "The name that met, as printed."),
    Column("name_kind", .text, doc: "primary, alias or weak_alias."),
    Column("met", .text, doc: "The words that met."),
    Column("only_asked", .text, doc: "The words of the name asked about that met none."),
    Column("only_listed", .text, doc: "The words of the listed name that met none."),
    Column("dropped_forms", .text, doc: "The legal forms that were set aside."),
    Column("list_version", .day, doc: "The day the list was published; null when unknown."),
    Column("list_age", .integer, unit: "d", doc: "The age of the list on the day asked about."),
    Column("source_id", .text, doc: "The source."),
  ]

  static func values(_ hit: Screening.Hit, on day: Day) -> [Value] {
    let candidate = hit.candidate
    return [
      .real(candidate.score), .text(hit.version.list), .text(hit.entry), .text(hit.party),
      .text(hit.kind), .text(hit.programmes.joined(separator: ", ")), .text(candidate.name.text),
      .text(candidate.name.role.rawValue), .text(candidate.met.joined(separator: " ")),
      .text(candidate.onlyInQuery.joined(separator: " ")),
      .text(candidate.onlyInName.joined(separator: " ")),
      .text(candidate.droppedForms.joined(separator: " ")), Value(hit.version.published),
      Value(hit.version.age(on: day)), .text(hit.version.source),
    ]
  }
}

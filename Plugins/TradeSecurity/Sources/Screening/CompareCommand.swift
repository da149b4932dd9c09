internal import Kernel
internal import NameMatching
internal import Store
internal import Tabular
internal import Vocabulary

/// The command `trade compare`.
enum CompareCommand {
  static let columns = [
    Column("name_a", .text, doc: "The first name."), Column("name_b", .text, doc: "The second."),
    Column("score", .real, doc: "How near they are, 0 to 1."),
    Column("match", .flag, doc: "Whether the score is at least the threshold."),
    Column("met", .text, doc: "The words that met, and how where they are not equal."),
    Column("only_a", .text, doc: "The words of the first that met none."),
    Column("only_b", .text, doc: "The words of the second that met none."),
    Column("would_change", .text, doc: "What would change the score most."),
    Column(
      "treasury_score", .integer,
      doc: "The score that the US Treasury's own search would show, 0 to 100; an emulation."),
  ]

  /// Makes the command with the score from which names match.
  static func make(threshold: Double) -> Command {
    Command(
      "trade compare", summary: "Compares names, or records of parties, in pairs.",
      discussion: """
        The score is the one of `trade screen`. A CSV file has the columns name_a and name_b, and may have
        type; score and match are added to its rows. An NDJSON file has a and b in each line: objects with
        name, or first_name and last_name, birth_date, country, gender, identifiers and type.
        """,
      parameters: [
        .positional("names", .text, .optional, isRepeated: true, doc: "Two names."),
        Parameter("pairs", .existingFile, doc: "A CSV or NDJSON file of pairs."),
        Parameter("type", .text, doc: "person, organisation, vessel or aircraft; any by default."),
        Parameter(
          "threshold", .number(0...1), .defaulted("\(threshold)"),
          doc: "The score from which two names match."),
      ],
      columns: columns, effect: .none,
      examples: ["trade compare 'Vladimir Putin' 'PUTIN, Vladimir Vladimirovich'"]
    ) { invocation in
      let threshold = invocation.arguments.optionalNumber("threshold") ?? threshold
      var comparison = PairOfRecords(threshold: threshold)
      if let path = invocation.arguments.optionalText("pairs") {
        return try pairs(path, &comparison, invocation)
      }
      let names = invocation.arguments.texts("names")
      guard names.count == 2 else {
        throw TowerError(.usage, "give two names, each in quotes, or --pairs FILE")
      }
      let party = try ScreenRun.party(invocation.arguments.optionalText("type"))
      let candidate = comparison.candidate(
        ScreenQuery(name: names[0], party: party), ScreenQuery(name: names[1], party: party))
      return CommandResult(
        columns: columns, rows: [row(names[0], names[1], candidate, threshold)])
    }
  }

  private static func row(
    _ first: String, _ second: String, _ candidate: NameCandidate, _ threshold: Double
  ) -> [Value] {
    let explanation = candidate.explanation
    return [
      .text(first), .text(second), .real(ScreenRow.rounded(candidate.score)),
      Value(candidate.score >= threshold),
      .text(
        explanation.meetings.map {
          $0.way == "equal" && $0.query == $0.listed
            ? $0.query : "\($0.query) = \($0.listed) (\($0.way))"
        }.joined(separator: "; ")),
      .text(explanation.onlyInQuery.map(\.word).joined(separator: " ")),
      .text(explanation.onlyInName.map(\.word).joined(separator: " ")),
      .text(explanation.wouldChange.joined(separator: "; ")),
      Value(TreasuryScore.score(first, second)),
    ]
  }

  private static func pairs(
    _ path: String, _ comparison: inout PairOfRecords, _ invocation: Invocation
  ) throws -> CommandResult {
    let plain = path.hasSuffix(".gz") ? String(path.dropLast(3)) : path
    return plain.hasSuffix(".ndjson") || plain.hasSuffix(".jsonl")
      ? try ComparedRecords.run(path, &comparison, invocation)
      : try ComparedRows.run(path, &comparison)
  }
}

/// A CSV file of pairs, with score and match added to each row.
enum ComparedRows {
  static func run(_ path: String, _ comparison: inout PairOfRecords) throws -> CommandResult {
    let stream = try ByteStream(path: path)
    var reader = CSVReader { try stream.next() }
    var record = CSVRecord()
    guard try reader.next(into: &record) else { throw TowerError(.failed, "\(path) is empty") }
    let header = (0..<record.count).map { record.text($0) ?? "" }
    guard let first = header.firstIndex(of: "name_a"), let second = header.firstIndex(of: "name_b")
    else {
      throw TowerError(
        .usage, "\(path) needs the columns name_a and name_b",
        hints: ["columns: " + header.joined(separator: ", ")])
    }
    let type = header.firstIndex { ["type", "schema"].contains($0) }
    var rows: [[Value]] = []
    while try reader.next(into: &record) {
      let fields = (0..<header.count).map { $0 < record.count ? record.text($0) ?? "" : "" }
      let party = type.flatMap { ScreenQuery.party(fields[$0]) }
      let score = comparison.score(
        ScreenQuery(name: fields[first], party: party),
        ScreenQuery(name: fields[second], party: party))
      rows.append(
        fields.map(Value.text)
          + [.real(ScreenRow.rounded(score)), Value(score >= comparison.threshold)])
    }
    let columns =
      header.enumerated().map { Column("\($0.element)", .text, doc: "As in the file.") }
      + [CompareCommand.columns[2], CompareCommand.columns[3]]
    return CommandResult(columns: columns, rows: rows)
  }
}

/// The comparison of two records of parties.
struct PairOfRecords {
  let threshold: Double
  /// The comparison of names.
  var names = NameComparison()

  init(threshold: Double) {
    self.threshold = threshold
  }

  /// The score of two records, facts included.
  mutating func score(_ first: ScreenQuery, _ second: ScreenQuery) -> Double {
    FactEvidence(nameScore: candidate(first, second).score, first.facts, second.facts).score
  }

  /// The best reading of two names: as people's where nothing says otherwise, and as others'.
  mutating func candidate(_ first: ScreenQuery, _ second: ScreenQuery) -> NameCandidate {
    let query = NameQuery(first.name, party: first.party)
    let parties: [ListedName.Party] =
      (second.party ?? first.party).map { [$0] } ?? [.person, .organisation]
    let candidates = parties.map { party in
      names.candidate(
        query, ListedQuery(ListedName(entry: "", text: second.name, party: party)))
    }
    return candidates.dropFirst().reduce(candidates[0]) { $1.score > $0.score ? $1 : $0 }
  }
}

internal import Kernel
internal import NameMatching
internal import Vocabulary

/// A query with its candidates as one line of JSON.
struct ScreenAnswer {
  /// From this score on a candidate is called a match.
  let match: Double
  /// The least score of a candidate.
  let threshold: Double
  /// Whether the parts of each score are written.
  let isExplained: Bool
  /// What was searched, written in every line.
  private let screenedAgainst: JSONValue
  private let nothing: String

  init(
    _ lists: ScreenedLists, match: Double, threshold: Double, isExplained: Bool, on day: Day
  ) {
    self.match = match
    self.threshold = threshold
    self.isExplained = isExplained
    screenedAgainst = .list(
      zip(lists.versions, lists.counts).map { version, count in
        .object([
          "list": .text(version.list),
          "version": version.published.map { .text("\($0)") } ?? .null,
          "entries": .integer(Int64(count)),
        ])
      })
    nothing = ScreenAnswer.nothing(lists, threshold: threshold)
  }

  /// What is said where nobody was found; it is never clearance.
  static func nothing(_ lists: ScreenedLists, threshold: Double) -> String {
    let names = lists.versions.map { version in
      "\(version.list) (as of \(version.published.map { "\($0)" } ?? "an unknown day"))"
    }
    return "no candidate at or above \(threshold) in lists \(names.joined(separator: ", "))"
  }

  /// The line of a query.
  func line(_ query: ScreenQuery, _ hits: [Screening.Hit]) -> String {
    var pairs: [(key: String, value: JSONValue)] = []
    if let row = query.row { pairs.append(("row", .integer(Int64(row)))) }
    pairs.append(("query", .text(query.name)))
    pairs.append(("candidates", .list(hits.map(candidate))))
    if !query.unread.isEmpty { pairs.append(("not_understood", .texts(query.unread))) }
    if hits.isEmpty { pairs.append(("note", .text(nothing))) }
    pairs.append(("screened_against", screenedAgainst))
    return JSONValue.object(pairs).compact + "\n"
  }

  private func candidate(_ hit: Screening.Hit) -> JSONValue {
    var pairs: [(key: String, value: JSONValue)] = [
      ("entity", .text(hit.candidate.name.entry)), ("list", .text(hit.entry.version.list)),
      ("name", .text(hit.candidate.name.text)), ("party", .text(hit.entry.party)),
      ("type", .text(hit.entry.kind)), ("score", .number(ScreenRow.rounded(hit.score))),
      ("match", .flag(hit.score >= match)),
      ("treasury_score", .integer(Int64(hit.treasuryScore))),
    ]
    if isExplained { pairs.append(("parts", ScreenAnswer.parts(hit.candidate, hit.evidence))) }
    return .object(pairs)
  }

  /// The parts of a score.
  static func parts(_ candidate: NameCandidate, _ evidence: FactEvidence) -> JSONValue {
    let explanation = candidate.explanation
    func rests(_ rests: [ScoreExplanation.Rest]) -> JSONValue {
      .list(
        rests.map {
          .object(["word": .text($0.word), "weight": .number(ScreenRow.rounded($0.weight))])
        })
    }
    return .object([
      "name_score": .number(ScreenRow.rounded(candidate.score)),
      "alias": .text(candidate.name.role.rawValue),
      "met": .list(
        explanation.meetings.map { meeting in
          .object([
            "query": .text(meeting.query), "listed": .text(meeting.listed),
            "how": .text(meeting.way),
            "similarity": .number(ScreenRow.rounded(meeting.similarity)),
            "weight": .number(ScreenRow.rounded(meeting.weight)),
          ])
        }),
      "only_query": rests(explanation.onlyInQuery), "only_listed": rests(explanation.onlyInName),
      "legal_forms": .object([
        "query": .texts(explanation.queryForms), "listed": .texts(explanation.listedForms),
      ]),
      "conflict": .number(ScreenRow.rounded(explanation.conflict)),
      "factors": .object(
        explanation.factors.sorted { $0.key < $1.key }.map {
          ($0.key, .number(ScreenRow.rounded($0.value)))
        }),
      "facts": .list(
        evidence.parts.map { part in
          .object([
            "fact": .text(part.fact), "finding": .text(part.finding),
            "change": .number(ScreenRow.rounded(part.change)),
          ])
        }),
      "would_change": .texts(explanation.wouldChange + evidence.wouldChange),
    ])
  }
}

internal import Kernel
internal import NameMatching
internal import Store
internal import Vocabulary

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
    Column("met", .text, doc: "The words that met, and how where they are not equal."),
    Column("only_asked", .text, doc: "The words of the name asked about that met none."),
    Column("only_listed", .text, doc: "The words of the listed name that met none."),
    Column("dropped_forms", .text, doc: "The classes of legal forms that were set aside."),
    Column("facts", .text, doc: "What dates, countries and identifiers changed in the score."),
    Column("would_change", .text, doc: "What would change the score most."),
    Column(
      "treasury_score", .integer,
      doc: "The score that the US Treasury's own search would show, 0 to 100; an emulation."),
    Column("list_version", .day, doc: "The day the list was published; null when unknown."),
    Column("list_age", .integer, unit: "d", doc: "The age of the list on the day asked about."),
    Column("source_id", .text, doc: "The source."),
  ]

  static func values(_ hit: Screening.Hit, on day: Day) -> [Value] {
    let explanation = hit.candidate.explanation
    let version = hit.entry.version
    return [
      .real(rounded(hit.score)), .text(version.list), .text(hit.entry.entry),
      .text(hit.entry.party), .text(hit.entry.kind),
      .text(hit.entry.programmes.joined(separator: ", ")), .text(hit.candidate.name.text),
      .text(hit.candidate.name.role.rawValue),
      .text(explanation.meetings.map(ScreenRow.text).joined(separator: "; ")),
      .text(explanation.onlyInQuery.map(\.word).joined(separator: " ")),
      .text(explanation.onlyInName.map(\.word).joined(separator: " ")),
      .text((explanation.queryForms + explanation.listedForms).joined(separator: " ")),
      .text(hit.evidence.parts.map(ScreenRow.text).joined(separator: "; ")),
      .text((explanation.wouldChange + hit.evidence.wouldChange).joined(separator: "; ")),
      Value(hit.treasuryScore),
      Value(version.published), Value(version.age(on: day)), .text(version.source),
    ]
  }

  /// A score as it is shown: four digits.
  static func rounded(_ score: Double) -> Double { (score * 10_000).rounded() / 10_000 }

  private static func text(_ meeting: ScoreExplanation.Meeting) -> String {
    meeting.way == "equal" && meeting.query == meeting.listed
      ? meeting.query : "\(meeting.query) = \(meeting.listed) (\(meeting.way))"
  }

  private static func text(_ part: FactEvidence.Part) -> String {
    let change = rounded(part.change)
    return "\(part.fact) \(part.finding) (\(change < 0 ? "" : "+")\(change))"
  }
}

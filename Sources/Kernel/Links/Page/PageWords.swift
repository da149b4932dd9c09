internal import Vocabulary

/// The headings of a page about a subject, in one language.
struct PageWords {
  let language: Language

  init(_ language: Language) {
    self.language = language
  }

  func text(_ words: LocalizedText) -> String { words.text(in: language) }

  private func word(_ english: String, _ korean: String) -> String {
    language == .korean ? korean : english
  }

  private func column(
    _ english: String, _ korean: String, _ kind: Column.Kind = .text, doc: String
  ) -> Column {
    Column(word(english, korean), kind, doc: doc)
  }

  var links: String { word("Links", "관계") }
  var restrictions: String { word("What restricts or lists it", "규제와 명단") }
  var indicators: String { word("Indicators, the latest finding of each", "지표별 최근 판단") }
  var briefs: String { word("Findings of the last briefs", "최근 상황보고의 판단") }
  var sources: String { word("Sources", "출처") }
  var subject: String { word("subject", "대상") }
  var name: String { word("name", "이름") }
  var otherNames: String { word("other names", "다른 이름") }
  var day: String { word("links as of", "관계 기준일") }

  var facts: [Column] {
    [
      column("fact", "항목", doc: "The fact."),
      column("value", "내용", doc: "What the store says."),
      column("about", "설명", doc: "What the fact is."),
    ]
  }

  var linkColumns: [Column] {
    [
      column("relation", "관계", doc: "The relation."),
      column("direction", "방향", doc: "to: from the subject of the page; from: towards it."),
      column("subject", "대상", .subject, doc: "The subject at the other end."),
      column("name", "이름", doc: "Its name."),
    ] + dates + [
      column("weight", "크기", .real, doc: "How much, in the unit beside it."),
      column("unit", "단위", doc: "The unit of the weight."), source,
    ]
  }

  var restrictionColumns: [Column] {
    [
      column("subject", "대상", .subject, doc: "What restricts or lists."),
      column("name", "이름", doc: "Its name."),
      column("relation", "관계", doc: "How."),
      column("reaches", "적용 대상", .subject, doc: "The subject that it reaches."),
    ] + dates + [source]
  }

  var findingColumns: [Column] {
    [
      column("indicator", "지표", doc: "The indicator."),
      column("value", "값", .real, doc: "The number, in the unit beside it."),
      column("unit", "단위", doc: "The unit of the number."),
      column("as_of", "기준일", .day, doc: "The day the value is for."),
      column("level", "단계", doc: "The level it stands for, where it has one."),
      column("due", "기한", .day, doc: "By when something runs out or must be done."),
      column("statement", "판단", doc: "The finding as one sentence."),
      column("run", "실행", doc: "What made it."),
    ]
  }

  var sourceColumns: [Column] {
    [
      source, column("publisher", "발행자", doc: "Who published it."),
      column("title", "제목", doc: "What it is called."),
      column("as_of", "기준일", .day, doc: "The day the data are for."),
      column("retrieved", "수령일", .day, doc: "The day it was received."),
      column("licence", "이용조건", doc: "The licence it came under."),
      column("marking", "등급", .marking, doc: "How far it may travel."),
    ]
  }

  private var dates: [Column] {
    [
      column("valid_from", "시작", .day, doc: "The first day; empty when it always held."),
      column("valid_to", "끝", .day, doc: "The first day after; empty when it is open."),
    ]
  }

  private var source: Column { column("source_id", "출처", doc: "The source.") }
}

internal import MeasureStatus
internal import NameMatching

/// The parties that the measures of a register name.
struct PartyNames {
  private let index: NameIndex

  init(_ measures: [RegisteredMeasure]) {
    let names = Set(measures.flatMap { $0.measure.scope.parties + $0.measure.scope.partyClasses })
      .sorted()
    index = NameIndex(
      names: names.map { ListedName(entry: $0, text: $0, party: .organisation) })
  }

  /// A party as the measures write it, whatever its case, punctuation and legal form; the text as it
  /// stands when they name none whose words all meet.
  func asListed(_ party: String) -> String {
    var searcher = NameSearcher(index)
    let query = NameQuery(party, party: .organisation)
    // Spelling alone may differ: a party of nearly the same name is another party.
    let met = searcher.search(query, threshold: 0.92, limit: .max).first {
      $0.explanation.meetings.allSatisfy { $0.way == "equal" }
        && $0.explanation.onlyInQuery.isEmpty && $0.explanation.onlyInName.isEmpty
    }
    return met?.name.text ?? party
  }
}

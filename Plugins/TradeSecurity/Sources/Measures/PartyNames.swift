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
    let met = index.search(party, threshold: 0, limit: .max).first {
      $0.onlyInQuery.isEmpty && $0.onlyInName.isEmpty
    }
    return met?.name.text ?? party
  }
}

/// The comparison of a query with one listed name by whole tokens.
///
/// All tokens on both sides: 1. All tokens of one side: the Dice coefficient of the token
/// multisets, 2 |A and B| / (|A| + |B|) (Dice 1945), provided that a distinctive token met.
/// Different legal forms cost a twentieth: an AG and a GmbH of one name are two firms.
enum NameComparison {
  private static let differentForms = 0.95

  /// The candidate that a query makes of a listed name, or nil when neither contains the other.
  static func candidate(
    _ query: NormalisedName, _ listed: NormalisedName, name: ListedName
  ) -> NameCandidate? {
    let ours = query.comparable(as: name.party)
    let theirs = listed.comparable(as: name.party)
    let (met, onlyOurs, onlyTheirs) = meet(ours.tokens, theirs.tokens)
    guard !met.isEmpty, onlyOurs.isEmpty || onlyTheirs.isEmpty else { return nil }
    let isWhole = onlyOurs.isEmpty && onlyTheirs.isEmpty
    guard isWhole || met.contains(where: LegalForm.isDistinctive) else { return nil }
    let share = Double(2 * met.count) / Double(ours.tokens.count + theirs.tokens.count)
    let form = LegalForm.differ(ours.dropped, theirs.dropped) ? differentForms : 1
    return NameCandidate(
      name: name, score: share * form,
      met: met, onlyInQuery: onlyOurs, onlyInName: onlyTheirs,
      droppedForms: ours.dropped + theirs.dropped)
  }

  /// Splits two sorted multisets into what both hold and what only one holds.
  private static func meet(_ first: [String], _ second: [String])
    -> (both: [String], onlyFirst: [String], onlySecond: [String])
  {
    var (both, onlyFirst, onlySecond): ([String], [String], [String]) = ([], [], [])
    var (left, right) = (first.startIndex, second.startIndex)
    while left < first.endIndex, right < second.endIndex {
      if first[left] == second[right] {
        both.append(first[left])
        left += 1
        right += 1
      } else if first[left] < second[right] {
        onlyFirst.append(first[left])
        left += 1
      } else {
        onlySecond.append(second[right])
        right += 1
      }
    }
    return (both, onlyFirst + first[left...], onlySecond + second[right...])
  }
}

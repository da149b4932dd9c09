/// The score that the US Treasury's own search shows, as far as it can be told from outside.
///
/// The greater of two: the Jaro-Winkler similarity of the whole texts written without spaces, and the
/// mean over the query's words of the best similarity to a word of the listed name that begins with the
/// same letter. Jaro (1989), Winkler (1990), with the bonus for a common beginning given at every
/// similarity. A listed name none of whose words begins as a word of the query does is not shown at all.
/// Nothing but Latin letters and digits is compared.
public enum TreasuryScore {
  /// Words of fewer letters have no part in the mean.
  static let shortestWord = 3
  /// A word that is less like its best counterpart than this counts as absent.
  static let leastOfWord = 0.65
  /// How many letters of a common beginning raise the similarity: of whole texts, and of words.
  static let longestPrefix = (text: 5, word: 4)

  /// The score, 0 to 100; 0 where nothing would be shown, as where no letter is Latin.
  public static func score(_ query: String, _ listed: String) -> Int {
    let ours = words(query)
    let theirs = words(listed)
    let whole = similarity(
      Array(ours.joined()), Array(theirs.joined()), longestPrefix: longestPrefix.text)
    let longOurs = ours.filter { $0.count >= shortestWord }
    let longTheirs = theirs.filter { $0.count >= shortestWord }
    guard !longOurs.isEmpty, !longTheirs.isEmpty else { return Int((whole * 100).rounded()) }
    guard longOurs.contains(where: { word in longTheirs.contains { $0[0] == word[0] } }) else {
      return 0
    }
    let best = longOurs.map { word in
      longTheirs.filter { $0[0] == word[0] }
        .map { similarity(word, $0, longestPrefix: longestPrefix.word) }
        .filter { $0 >= leastOfWord }.max() ?? 0
    }
    let mean = best.reduce(0, +) / Double(best.count)
    return Int((max(whole, mean) * 100).rounded())
  }

  private static func words(_ text: String) -> [[UInt8]] {
    var words: [[UInt8]] = [[]]
    for scalar in text.unicodeScalars {
      if scalar == "'" || scalar == "." { continue }
      if WritingSystem(scalar) == .latin, let letters = LatinLetters.plain(scalar.value) {
        words[words.count - 1] += letters
      } else if !(words.last?.isEmpty ?? true) {
        words.append([])
      }
    }
    return words.filter { !$0.isEmpty }
  }

  /// Jaro-Winkler, 0 to 1.
  private static func similarity(_ first: [UInt8], _ second: [UInt8], longestPrefix: Int) -> Double
  {
    guard !first.isEmpty, !second.isEmpty else { return 0 }
    let window = max(0, max(first.count, second.count) / 2 - 1)
    var taken = [Bool](repeating: false, count: second.count)
    var matched: [UInt8] = []
    for (place, letter) in first.enumerated() {
      let range = max(0, min(place - window, second.count))..<min(second.count, place + window + 1)
      guard !range.isEmpty, let found = range.first(where: { !taken[$0] && second[$0] == letter })
      else { continue }
      taken[found] = true
      matched.append(letter)
    }
    guard !matched.isEmpty else { return 0 }
    let others = second.indices.filter { taken[$0] }.map { second[$0] }
    let swapped = zip(matched, others).count { $0 != $1 }
    let count = Double(matched.count)
    let jaro =
      (count / Double(first.count) + count / Double(second.count)
        + (count - Double(swapped) / 2) / count) / 3
    let prefix = zip(first, second).prefix(longestPrefix).prefix { $0 == $1 }.count
    return jaro + Double(prefix) * 0.1 * (1 - jaro)
  }
}

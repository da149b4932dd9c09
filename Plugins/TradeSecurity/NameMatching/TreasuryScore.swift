/// The score that the US Treasury's own search shows, as far as it can be told from outside.
///
/// The greater of two: the Jaro-Winkler similarity of the whole texts, and the mean over the query's
/// words of the best Jaro-Winkler similarity to a word of the listed name that begins with the same
/// letter. Jaro (1989), Winkler (1990) with its prefix bonus given at every similarity; words of one or
/// two letters are left out of the mean. Nothing but Latin letters is compared.
public enum TreasuryScore {
  /// The score, 0 to 100; 0 where no letter is Latin.
  public static func score(_ query: String, _ listed: String) -> Int {
    let ours = words(query)
    let theirs = words(listed)
    guard !ours.isEmpty, !theirs.isEmpty else { return 0 }
    let whole = similarity(join(ours), join(theirs))
    let longOurs = ours.filter { $0.count > 2 }
    let longTheirs = theirs.filter { $0.count > 2 }
    guard !longOurs.isEmpty, !longTheirs.isEmpty else { return Int((whole * 100).rounded()) }
    let best = longOurs.map { word in
      longTheirs.filter { $0[0] == word[0] }.map { similarity(word, $0) }.max() ?? 0
    }
    let mean = best.reduce(0, +) / Double(best.count)
    return Int((max(whole, mean) * 100).rounded())
  }

  private static func join(_ words: [[UInt8]]) -> [UInt8] {
    Array(words.joined(separator: [0x20]))
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
  static func similarity(_ first: [UInt8], _ second: [UInt8]) -> Double {
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
    let prefix = zip(first, second).prefix(4).prefix { $0 == $1 }.count
    return jaro + Double(prefix) * 0.1 * (1 - jaro)
  }
}

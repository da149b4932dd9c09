/// One letter mistyped, left out, put in or swapped with its neighbour.
///
/// Sounds show most mistakes, but not one that changes how the letters around it are read, as AWKED
/// for WAKED does (Damerau 1964: four in five misspellings are one such mistake).
enum TypingMistake {
  /// The least length of a word in which a mistake is told from another word.
  static let shortest = 4

  /// The similarity of words that are one mistake apart; nil for others.
  static func similarity(_ first: [UInt8], _ second: [UInt8]) -> Float? {
    let length = max(first.count, second.count)
    guard min(first.count, second.count) >= shortest - 1, length >= shortest,
      abs(first.count - second.count) <= 1, let edits = edits(first, second)
    else { return nil }
    return TokenWeights.spelling - edits / Float(length)
  }

  /// What the mistake costs that parts two words, in edits; nil where more than one does.
  private static func edits(_ first: [UInt8], _ second: [UInt8]) -> Float? {
    var start = 0
    let shorter = min(first.count, second.count)
    while start < shorter, first[start] == second[start] { start += 1 }
    var end = 0
    while end < shorter - start, first[first.count - 1 - end] == second[second.count - 1 - end] {
      end += 1
    }
    let (left, right) = (first.count - start - end, second.count - start - end)
    if left <= 1, right <= 1 { return 1 }
    let isSwap =
      left == 2 && right == 2 && first[start] == second[start + 1]
      && first[start + 1] == second[start]
    return isSwap ? Float(SoundDistance.transposition) / Float(SoundCosts.whole) : nil
  }

  /// The keys under which a word is filed: its first and its last half, with its length.
  static func keys(_ letters: [UInt8]) -> [UInt64] {
    guard letters.count >= shortest - 1 else { return [] }
    let half = letters.count / 2
    return [
      key(letters.count, isFirst: true, letters[..<half]),
      key(letters.count, isFirst: false, letters[half...]),
      bag(letters),
    ]
  }

  /// The keys of all words that may be one mistake away: a mistake spares one of the two halves, or
  /// is a swap, which spares the letters as a set.
  static func searchKeys(_ letters: [UInt8]) -> [UInt64] {
    guard letters.count >= shortest - 1 else { return [] }
    var keys = [bag(letters)]
    for length in max(shortest - 1, letters.count - 1)...(letters.count + 1) {
      let half = length / 2
      keys.append(key(length, isFirst: true, letters.prefix(half)))
      keys.append(key(length, isFirst: false, letters.suffix(length - half)))
    }
    return keys
  }

  private static func key(_ length: Int, isFirst: Bool, _ part: ArraySlice<UInt8>) -> UInt64 {
    var hash = StableHash()
    hash.add(UInt8(length))
    hash.add(isFirst ? 1 : 2)
    for letter in part { hash.add(letter) }
    return hash.value
  }

  private static func bag(_ letters: [UInt8]) -> UInt64 {
    letters.reduce(3) { $0 &+ StableHash.of([$1, 7, $1]) }
  }
}

/// The consonants of a word by class, all that a script without vowels shares with Latin letters.
enum ConsonantBones {
  /// A hash of the classes; 0 where there are fewer than four.
  static func hash(of codes: [UInt8]) -> UInt64 {
    var hash = StableHash()
    var count = 0
    var last = -1
    for code in codes {
      let place: Int?
      switch code {
      case SoundCode.emphatic, SoundCode.code("d"), SoundCode.code("z"): place = 9
      case SoundCode.code("f"): place = 10
      case SoundCode.sh, SoundCode.tsh, SoundCode.zh, SoundCode.code("j"): place = 11
      case SoundCode.tha: place = 1
      case SoundCode.code("v"): place = nil
      default: place = SoundCode.consonantClass(code)
      }
      guard let place, place != last else { continue }
      last = place
      count += 1
      hash.add(UInt8(place + 1))
    }
    return count < 4 ? 0 : hash.value
  }
}

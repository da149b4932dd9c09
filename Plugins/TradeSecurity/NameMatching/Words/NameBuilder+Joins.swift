extension NameBuilder {
  /// The words that neighbours give when they are written as one.
  func joins(_ tokens: [NameToken], _ tokenOfPiece: [Int?]) -> [JoinedWords] {
    var joins: [JoinedWords] = []
    for start in pieces.indices {
      for length in 2...3 where start + length <= pieces.count {
        let covered = (start..<(start + length)).compactMap { tokenOfPiece[$0] }
        guard let first = covered.first else { continue }
        for variant in 0..<(pieces[start].system == .han ? 2 : 1) {
          guard let (codes, letters) = joinedCodes(start..<(start + length), variant) else {
            continue
          }
          joins.append(
            JoinedWords(
              start: first, count: covered.count, coarse: SoundForm.coarse(of: codes),
              letters: letters.isEmpty ? 0 : StableHash.of(letters),
              bones: ConsonantBones.hash(of: codes), isVowelless: pieces[start].system.isVowelless))
        }
      }
    }
    return joins
  }

  private func joinedCodes(_ range: Range<Int>, _ variant: Int)
    -> (codes: [UInt8], letters: [UInt8])?
  {
    if range.allSatisfy({ pieces[$0].system.isVowelless }) {
      return (range.flatMap { pieces[$0].sounds }, [])
    }
    var letters: [UInt8] = []
    for place in range {
      let spellings = pieces[place].spellings
      guard let spelling = spellings.count > variant ? spellings[variant] : spellings.first else {
        return nil
      }
      letters += spelling
    }
    guard letters.count > 3, letters.count <= SoundForm.longest else { return nil }
    return (SoundSpelling.sounds(ArabicSpelling.unified(letters)), letters)
  }

  /// A hash of the first letters of the words; 0 where they are too few or too many for an acronym.
  func acronym(_ tokens: [NameToken]) -> UInt64 {
    let letters = tokens.filter { $0.kind != .particle && $0.kind != .title }.compactMap {
      $0.system == .latin ? $0.text.utf8.first : nil
    }
    return letters.count >= 3 && letters.count <= 8 ? StableHash.of(letters) : 0
  }
}

/// The forms of a vocabulary that are within the budget of a form: those that counts of sounds do not
/// rule out are compared sound by sound.
///
/// Each consonant that differs in class costs a whole edit at least, and each difference in length 0.3
/// (see `SoundCosts` and `LeastSoundCost`).
struct FormSearch {
  private let vocabulary: Vocabulary
  private var passed: [Int32]
  private var near: [Int32] = []

  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    passed = Array(repeating: 0, count: vocabulary.regularForms.count)
  }

  /// The tokens of all forms within the budget of a form.
  mutating func tokens(near form: SoundForm) -> [Int32] {
    near.removeAll(keepingCapacity: true)
    form.codes.withUnsafeBufferPointer { sounds in
      if !form.isVowelless, form.openCount == 0 {
        searchRegular(form, sounds)
      } else {
        searchLoosely(form, sounds)
      }
      searchLoose(form, sounds)
    }
    return near
  }

  /// Among forms with vowels and without open sounds, for one of the same kind.
  private mutating func searchRegular(_ form: SoundForm, _ sounds: UnsafeBufferPointer<UInt8>) {
    let vocabulary = vocabulary
    let vowels = LeastSoundCost.vowels(of: form.codes)
    let length = sounds.count
    SoundDistance.withTables(.vowelled) { tables in
      for other in 1...SoundForm.longest {
        let budget = TokenSimilarity.budget(max(length, other))
        let difference = abs(length - other)
        guard Int(budget) >= 6 * difference else { continue }
        // A consonant too many counts for one of the length as well.
        let count = filter(
          form.signature, length: other, most: FormSearch.mostConsonants(budget, difference))
        for index in 0..<count {
          let place = Int(passed[index])
          let least = LeastSoundCost.between(
            consonants: form.signature, vowels: vowels,
            otherConsonants: vocabulary.regularForms.signatures[place],
            otherVowels: vocabulary.regularForms.vowels[place])
          guard least <= Int(budget),
            tables.cost(sounds, vocabulary.regularForms.sounds(place), budget: budget) != nil
          else { continue }
          near.append(vocabulary.regularForms.tokens[place])
        }
      }
    }
  }

  /// Among the same forms, for a form that is vowelless or has open sounds.
  private mutating func searchLoosely(_ form: SoundForm, _ sounds: UnsafeBufferPointer<UInt8>) {
    let vocabulary = vocabulary
    SoundDistance.withTables(form.isVowelless ? .vowelless : .vowelled) { tables in
      for other in 1...SoundForm.longest {
        let budget =
          form.isVowelless
          ? TokenSimilarity.vowellessBudget(Int(form.consonantCount))
          : TokenSimilarity.budget(max(sounds.count, other))
        let count = filter(
          form.signature, length: other,
          most: FormSearch.mostLoose(
            budget, isVowelless: form.isVowelless, open: Int(form.openCount)))
        for index in 0..<count {
          let place = Int(passed[index])
          guard tables.cost(sounds, vocabulary.regularForms.sounds(place), budget: budget) != nil
          else { continue }
          near.append(vocabulary.regularForms.tokens[place])
        }
      }
    }
  }

  /// Among forms that are vowelless or have open sounds, for any form.
  private mutating func searchLoose(_ form: SoundForm, _ sounds: UnsafeBufferPointer<UInt8>) {
    let vocabulary = vocabulary
    SoundDistance.withTables(.vowelless) { vowelless in
      SoundDistance.withTables(.vowelled) { vowelled in
        for place in 0..<vocabulary.looseForms.count {
          let isMixed = vocabulary.looseForms.vowelless[place] != form.isVowelless
          let theirs = vocabulary.looseForms.sounds(place)
          let budget =
            isMixed
            ? TokenSimilarity.vowellessBudget(
              Int(
                form.isVowelless
                  ? form.consonantCount : vocabulary.looseForms.consonantCounts[place]))
            : TokenSimilarity.budget(max(sounds.count, theirs.count))
          let most = FormSearch.mostLoose(
            budget, isVowelless: isMixed,
            open: Int(form.openCount) + Int(vocabulary.looseForms.openCounts[place]))
          let signature = vocabulary.looseForms.signatures[place]
          guard (form.signature & ~signature).nonzeroBitCount <= most,
            (signature & ~form.signature).nonzeroBitCount <= most,
            (isMixed ? vowelless : vowelled).cost(sounds, theirs, budget: budget) != nil
          else { continue }
          near.append(vocabulary.looseForms.tokens[place])
        }
      }
    }
  }

  /// Puts the forms of a length of which at most so many consonants differ on either side into
  /// `passed`, and says how many they are.
  @inline(__always)
  private mutating func filter(_ signature: UInt32, length: Int, most: Int) -> Int {
    let bits = signature.nonzeroBitCount
    let range = vocabulary.regularForms.places(length: length, bits: (bits - most)...(bits + most))
    let signatures = vocabulary.regularForms.signatures.elements
    return passed.withUnsafeMutableBufferPointer { passed in
      // A number that is known when this is compiled makes a straight loop.
      switch most {
      case 0: FormSearch.filter(signature, signatures, range, most: 0, into: passed)
      case 1: FormSearch.filter(signature, signatures, range, most: 1, into: passed)
      case 2: FormSearch.filter(signature, signatures, range, most: 2, into: passed)
      default: FormSearch.filter(signature, signatures, range, most: most, into: passed)
      }
    }
  }

  @inline(__always)
  private static func filter(
    _ signature: UInt32, _ signatures: UnsafeBufferPointer<UInt32>, _ range: Range<Int>, most: Int,
    into passed: UnsafeMutableBufferPointer<Int32>
  ) -> Int {
    var count = 0
    for place in range {
      let other = signatures[place]
      var ours = signature & ~other
      var theirs = other & ~signature
      for _ in 0..<most {
        ours &= ours &- 1
        theirs &= theirs &- 1
      }
      // Written always and counted, by the borrow from nothing, only where it passes: no branch to be
      // guessed wrong.
      passed[count] = Int32(truncatingIfNeeded: place)
      count &+= Int(truncatingIfNeeded: (UInt64(ours | theirs) &- 1) >> 63)
    }
    return count
  }

  /// The most consonants that may differ in class: c with 20 c + 6 (d - c) within the budget, where c
  /// of the difference d in length may be those consonants.
  private static func mostConsonants(_ budget: UInt16, _ difference: Int) -> Int {
    var most = 0
    while 20 * (most + 1) + 6 * max(0, difference - most - 1) <= Int(budget) { most += 1 }
    return most
  }

  /// How many consonants may differ in class between two forms of which one is loose: what the budget
  /// pays at the cheapest change of class, and one for each open sound.
  private static func mostLoose(_ budget: UInt16, isVowelless: Bool, open: Int) -> Int {
    Int(budget) / (isVowelless ? 8 : 20) + open
  }
}

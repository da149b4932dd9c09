import TestSupport
import Testing

@testable import NameMatching

@Suite("The least cost by counts of sounds")
struct LeastSoundCostTests {
  private static let sounds: [UInt8] =
    Array("abdefghijklmnoprstuvz".utf8).map { $0 & 31 } + [
      SoundCode.tsh, SoundCode.sh, SoundCode.zh,
    ]
    + [SoundCode.digit, SoundCode.digit + 7]

  @Test("it is never more than the cost sound by sound: 20,000 random pairs")
  func neverMore() throws {
    var generator = SeededGenerator(seed: 3)
    var positive = 0
    for _ in 0..<20_000 {
      let first = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
        Self.sounds.randomElement(using: &generator) ?? 1
      }
      // The other is the first after a few edits, or another word.
      var second = first
      for _ in 0..<Int.random(in: 0...6, using: &generator) {
        let place = Int.random(in: 0...second.count, using: &generator)
        let sound = Self.sounds.randomElement(using: &generator) ?? 1
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: second.insert(sound, at: place)
        case 1 where place < second.count: second[place] = sound
        default: if place < second.count, second.count > 1 { second.remove(at: place) }
        }
      }
      let (ours, theirs) = (
        SoundForm(codes: first, letters: []), SoundForm(codes: second, letters: [])
      )
      let least = LeastSoundCost.between(
        consonants: ours.signature, vowels: LeastSoundCost.vowels(of: first),
        otherConsonants: theirs.signature, otherVowels: LeastSoundCost.vowels(of: second))
      let cost = first.withUnsafeBufferPointer { left in
        second.withUnsafeBufferPointer { right in
          SoundDistance.cost(left, right, budget: .max, costs: .vowelled)
        }
      }
      #expect(least <= Int(try #require(cost)), "\(first) \(second)")
      if least > 0 { positive += 1 }
    }
    #expect(positive > 10_000)
  }
}

/// One way to say a token, with what a search needs to pass it over quickly.
struct SoundForm: Hashable, Sendable {
  /// The longest form that is compared sound by sound; the rest of a longer one is not heard.
  static let longest = 40

  /// The sounds, as `SoundCode`s.
  let codes: [UInt8]
  /// The plain letters; empty where the script has none but sounds.
  let letters: [UInt8]
  /// Whether the script leaves most vowels out.
  let isVowelless: Bool
  /// How good a reading it is, 0 to 1: less than 1 where it supposes a misreading.
  let quality: Float
  /// Counts of consonants by class, three bits each in unary, and digits.
  let signature: UInt32
  /// How many codes leave open what they sound like.
  let openCount: UInt8
  /// How many sounds are consonants.
  let consonantCount: UInt8
  /// A hash of the letters without a, e, i, o, u; 0 where fewer than two are left.
  let skeleton: UInt64
  /// A hash of the sounds by class: equal for names that differ in spelling alone.
  let coarse: UInt64

  init(codes: [UInt8], letters: [UInt8], isVowelless: Bool = false, quality: Float = 1) {
    self.codes = Array(codes.prefix(SoundForm.longest))
    self.letters = Array(letters.prefix(SoundForm.longest))
    self.isVowelless = isVowelless
    self.quality = quality
    signature = SoundForm.signature(of: self.codes)
    openCount = UInt8(self.codes.count { SoundCode.isOpen($0) })
    consonantCount = UInt8(self.codes.count { !SoundCode.isVowel($0) })
    let bones = self.letters.filter { letter in
      letter != 0x61 && letter != 0x65 && letter != 0x69 && letter != 0x6F && letter != 0x75
    }
    skeleton = bones.count < 2 ? 0 : StableHash.of(bones)
    coarse = SoundForm.coarse(of: self.codes)
  }

  /// The hash of sounds by class; vowels in three groups, h left out.
  static func coarse(of codes: [UInt8]) -> UInt64 {
    var hash = StableHash()
    var last: UInt8 = 0
    for code in codes {
      let group = coarseGroup(code)
      if group != 0, group != last { hash.add(group) }
      if group != 0 { last = group }
    }
    return hash.value
  }

  private static func coarseGroup(_ code: UInt8) -> UInt8 {
    if let place = SoundCode.consonantClass(code) { return UInt8(place + 1) }
    switch code {
    case SoundCode.a: return 20
    case SoundCode.e, SoundCode.i: return 21
    case SoundCode.o, SoundCode.u: return 22
    case SoundCode.code("h"): return 0
    default: return code + 30
    }
  }

  private static func signature(of codes: [UInt8]) -> UInt32 {
    var counts = [UInt32](repeating: 0, count: 8)
    var signature: UInt32 = 0
    for code in codes {
      if let place = SoundCode.consonantClass(code) {
        counts[place] = min(3, counts[place] + 1)
      } else if code >= SoundCode.digit {
        signature |= 1 << (24 + UInt32(code - SoundCode.digit) % 8)
      }
    }
    for (place, count) in counts.enumerated() {
      signature |= ((1 << count) - 1) << UInt32(3 * place)
    }
    return signature
  }
}

/// FNV-1a (Fowler, Noll, Vo), the same in every process.
struct StableHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// The hash of bytes.
  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = StableHash()
    for byte in bytes { hash.add(byte) }
    return hash.value
  }
}

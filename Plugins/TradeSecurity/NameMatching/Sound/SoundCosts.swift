/// What it costs to take one sound for another, in twentieths of an edit.
///
/// An edit within a class of near sounds costs less than one. Every edit that changes the class of a
/// consonant costs a whole one at least, which is what lets a search pass tokens over by counting
/// consonants; the invariant is checked when the tables are made.
struct SoundCosts: Sendable {
  /// A whole edit.
  static let whole: UInt16 = 20

  /// Costs of a substitution, `SoundCode.count` squared.
  let substitution: [UInt16]
  /// Costs of a sound too many on either side.
  let gap: [UInt16]

  /// For two names whose vowels are written.
  static let vowelled = SoundCosts(isVowelless: false)
  /// For a name in a script that leaves vowels out against one that does not.
  static let vowelless = SoundCosts(isVowelless: true)

  private init(isVowelless: Bool) {
    let count = SoundCode.count
    var substitution = [UInt16](repeating: Self.whole, count: count * count)
    var gap = [UInt16](repeating: Self.whole, count: count)
    func set(_ pairs: String, _ cost: UInt16) {
      for pair in pairs.split(separator: " ") {
        let codes = pair.utf8.compactMap { SoundCode.ofSymbol($0) }
        substitution[Int(codes[0]) * count + Int(codes[1])] = cost
        substitution[Int(codes[1]) * count + Int(codes[0])] = cost
      }
    }
    for code in 0..<count { substitution[code * count + code] = 0 }
    set("ei ou", 6)
    set("ae", 7)
    set("ao eo", 8)
    set("ai au eu iu io", 12)
    set("pb bv fp pv bf", 9)
    set("fv td kg", 6)
    set("sz", 4)
    set("sS Cj Zz Zj SZ", 6)
    set("CS CZ jz Sz Zs jS", 10)
    set("Cs Cz js", 14)
    set("Ll Lr", 0)
    for vowel in [SoundCode.a, SoundCode.e, SoundCode.i, SoundCode.o, SoundCode.u] {
      gap[Int(vowel)] = isVowelless ? 1 : 10
    }
    gap[Int(SoundCode.code("h"))] = isVowelless ? 2 : 6
    if isVowelless {
      set("ae ai ao au ei eo eu io iu ou", 1)
      set("Wo Wu Wv", 0)
      set("Wa We Wi", 4)
      set("Dd Dz Tt Ts DT", 1)
      set("Dt Ds Tz Td", 5)
      set("jg kh gh", 8)
      gap[Int(SoundCode.waw)] = 3
    }
    self.substitution = substitution
    self.gap = gap
  }
}

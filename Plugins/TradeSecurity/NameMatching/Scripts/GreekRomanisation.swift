/// Greek in Latin letters by ELOT 743 (1982, revised 2001; ISO 843), the standard of passports.
enum GreekRomanisation {
  /// The spelling of a word.
  static func spelling(_ word: [UInt32]) -> [UInt8] {
    let letters = word.map { base[$0] ?? $0 }
    var spelled: [UInt8] = []
    var position = 0
    while position < letters.count {
      let pair = position + 1 < letters.count ? [letters[position], letters[position + 1]] : []
      if let combined = combinations[pair] {
        spelled += combined(
          position == 0, position + 2 < letters.count ? letters[position + 2] : nil)
        position += 2
      } else {
        spelled += single[letters[position]] ?? LatinLetters.plain(letters[position]) ?? []
        position += 1
      }
    }
    return spelled
  }

  /// The word without its case ending, for comparison with a stem of the glossary.
  static func lowered(_ word: [UInt32]) -> String {
    var text = String.UnicodeScalarView()
    for value in word {
      if let scalar = Unicode.Scalar(base[value] ?? value) { text.append(scalar) }
    }
    return String(text)
  }

  /// Small letters without accents; final sigma is a sigma.
  private static let base: [UInt32: UInt32] = {
    var base: [UInt32: UInt32] = [:]
    let groups: [Character: String] = [
      "α": "Αάἀ-ἇὰά", "ε": "Εέὲ", "η": "Ηήὴ", "ι": "Ιίϊΐὶ", "ο": "Οόὸ", "υ": "Υύϋΰὺ", "ω": "Ωώὼ",
      "σ": "ςΣ",
    ]
    for (plain, forms) in groups {
      guard let target = plain.unicodeScalars.first else { continue }
      for form in forms.unicodeScalars where form != "-" { base[form.value] = target.value }
    }
    for value in UInt32(0x391)...0x3A9 where base[value] == nil { base[value] = value + 0x20 }
    for (capital, plain) in [
      ("Ά", "α"), ("Έ", "ε"), ("Ή", "η"), ("Ί", "ι"), ("Ό", "ο"), ("Ύ", "υ"), ("Ώ", "ω"),
      ("Ϊ", "ι"), ("Ϋ", "υ"),
    ] as [(Unicode.Scalar, Unicode.Scalar)] { base[capital.value] = plain.value }
    return base
  }()

  private static func value(_ scalar: Unicode.Scalar) -> UInt32 { scalar.value }

  private static let single: [UInt32: [UInt8]] = {
    let pairs: [(Unicode.Scalar, String)] = [
      ("α", "a"), ("β", "v"), ("γ", "g"), ("δ", "d"), ("ε", "e"), ("ζ", "z"), ("η", "i"),
      ("θ", "th"), ("ι", "i"), ("κ", "k"), ("λ", "l"), ("μ", "m"), ("ν", "n"), ("ξ", "x"),
      ("ο", "o"), ("π", "p"), ("ρ", "r"), ("σ", "s"), ("τ", "t"), ("υ", "y"), ("φ", "f"),
      ("χ", "ch"), ("ψ", "ps"), ("ω", "o"),
    ]
    return Dictionary(uniqueKeysWithValues: pairs.map { ($0.0.value, Array($0.1.utf8)) })
  }()

  /// Digraphs; what they sound like depends on the place and on what follows.
  private static let combinations: [[UInt32]: @Sendable (Bool, UInt32?) -> [UInt8]] = {
    func pair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> [UInt32] {
      [first.value, second.value]
    }
    let voiceless = Set("θκξπσςτφχψ".unicodeScalars.map(\.value))
    @Sendable func voiced(_ letter: String, _ next: UInt32?) -> [UInt8] {
      Array((letter + (next.map { voiceless.contains($0) } ?? true ? "f" : "v")).utf8)
    }
    return [
      pair("ο", "υ"): { _, _ in Array("ou".utf8) },
      pair("α", "υ"): { _, next in voiced("a", next) },
      pair("ε", "υ"): { _, next in voiced("e", next) },
      pair("η", "υ"): { _, next in voiced("i", next) },
      pair("μ", "π"): { isFirst, _ in Array((isFirst ? "b" : "mp").utf8) },
      pair("ν", "τ"): { isFirst, _ in Array((isFirst ? "d" : "nt").utf8) },
      pair("γ", "κ"): { isFirst, _ in Array((isFirst ? "g" : "gk").utf8) },
      pair("γ", "γ"): { _, _ in Array("ng".utf8) },
      pair("γ", "ξ"): { _, _ in Array("nx".utf8) },
      pair("γ", "χ"): { _, _ in Array("nch".utf8) },
    ]
  }()
}

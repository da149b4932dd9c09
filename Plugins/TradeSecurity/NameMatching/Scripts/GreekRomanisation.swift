/// Greek in Latin letters by ELOT 743 (1982, revised 2001; ISO 843), the standard of passports, and as
/// foreign names sound that are written in Greek: Greek has no letter for b, d, g, j and h but
/// writes them μπ, ντ, γκ, τζ and χ wherever they stand (BGN/PCGN 1996, notes).
enum GreekRomanisation {
  /// The spellings of a word; that of the standard first.
  static func spellings(_ word: [UInt32]) -> [[UInt8]] {
    let standard = spelling(word, isForeign: false)
    let foreign = spelling(word, isForeign: true)
    return standard == foreign ? [standard] : [standard, foreign]
  }

  private static func spelling(_ word: [UInt32], isForeign: Bool) -> [UInt8] {
    let letters = word.map { base[$0] ?? $0 }
    var spelled: [UInt8] = []
    var position = 0
    while position < letters.count {
      let pair = position + 1 < letters.count ? [letters[position], letters[position + 1]] : []
      if isForeign, let sound = foreign[pair] ?? foreign[[letters[position]]] {
        spelled += sound
        position += foreign[pair] == nil ? 1 : 2
      } else if let combined = combinations[pair] {
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

  /// The sounds of other languages that Greek writes with several letters or with a near one.
  private static let foreign: [[UInt32]: [UInt8]] = {
    let pairs = [("μπ", "b"), ("ντ", "d"), ("γκ", "g"), ("τζ", "j"), ("τσ", "ch"), ("χ", "h")]
    return Dictionary(
      uniqueKeysWithValues: pairs.map {
        (Array($0.0.unicodeScalars.map(\.value)), Array($0.1.utf8))
      })
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

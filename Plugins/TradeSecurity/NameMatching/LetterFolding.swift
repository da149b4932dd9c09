/// Turns letters into their plain lower-case form, without Foundation.
enum LetterFolding {
  /// The tokens of a text: lower case, Latin letters without accents, punctuation as a gap.
  ///
  /// Apostrophes vanish, so that `O'Brien` stays one token, and so do the dots of initials, so that
  /// `S.p.A.` is `spa`. Scripts other than Latin keep their letters and marks.
  static func tokens(_ text: String) -> [String] {
    var folded = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      append(scalar, to: &folded)
    }
    return String(folded).split(separator: " ").flatMap { word in
      let pieces = word.split(separator: ".")
      let isInitials = pieces.count > 1 && pieces.allSatisfy { $0.unicodeScalars.count == 1 }
      return isInitials ? [pieces.joined()] : pieces.map(String.init)
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to folded: inout String.UnicodeScalarView) {
    if scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
      folded.append(scalar)
    } else if let plain = plainForms[scalar] {
      folded.append(contentsOf: plain.unicodeScalars)
    } else if (0x300...0x36F).contains(scalar.value), folded.last?.isASCII == true {
      return
    } else if isPartOfWord(scalar) {
      folded.append(scalar)
    } else if scalar.properties.generalCategory == .format {
      // Joiners and marks of direction are seen by nobody.
      return
    } else if !apostrophes.contains(scalar) {
      folded.append(scalar == "." ? "." : " ")
    }
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }

  private static let apostrophes: Set<Unicode.Scalar> = ["'", "`", "´", "‘", "’", "ʼ", "ʹ"]

  /// The plain form of every accented Latin letter.
  ///
  /// Unicode names such a letter after its base (`LATIN SMALL LETTER E WITH ACUTE`), so that the
  /// table needs no data of its own; only ligatures and letters without a base are written out.
  private static let plainForms: [Unicode.Scalar: String] = {
    var forms: [Unicode.Scalar: String] = [
      "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "þ": "th", "ð": "d", "ı": "i", "㈜": " 주 ",
    ]
    let prefix = "LATIN SMALL LETTER "
    for value in Array(0xC0...0x24F) + Array(0x1E00...0x1EFF) {
      guard let scalar = Unicode.Scalar(UInt32(value)), let name = scalar.properties.name,
        name.hasPrefix(prefix)
      else { continue }
      let words = name.dropFirst(prefix.count).split(separator: " ")
      guard words.count > 2, words[1] == "WITH", words[0].count <= 2 else { continue }
      forms[scalar] = words[0].lowercased()
    }
    return forms
  }()
}

/// The script that most letters of a text are written in.
enum NameScript {
  /// The code of ISO 15924, such as `Latn` or `Hang`; `Zyyy` where no letter decides.
  static func of(_ text: String) -> String {
    var counts: [String: Int] = [:]
    var latin = 0
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        let isLetter = (0x61...0x7A).contains(scalar.value | 0x20)
        latin += isLetter ? 1 : 0
      } else if scalar.properties.isAlphabetic {
        counts[code(scalar.value), default: 0] += 1
      }
    }
    if latin > 0 { counts["Latn", default: 0] += latin }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? "Zyyy"
  }

  // The blocks in which the scripts of published lists stand (Unicode 15, Blocks.txt).
  private static func code(_ value: UInt32) -> String {
    switch value {
    case 0x41...0x24F, 0x1E00...0x1EFF, 0xFF21...0xFF5A: "Latn"
    case 0x370...0x3FF, 0x1F00...0x1FFF: "Grek"
    case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: "Cyrl"
    case 0x530...0x58F: "Armn"
    case 0x590...0x5FF: "Hebr"
    case 0x600...0x77F, 0x8A0...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFF: "Arab"
    case 0x900...0x97F: "Deva"
    case 0x980...0x9FF: "Beng"
    case 0xE00...0xE7F: "Thai"
    case 0x1000...0x109F: "Mymr"
    case 0x10A0...0x10FF: "Geor"
    case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7FF: "Hang"
    case 0x1200...0x139F: "Ethi"
    case 0x3040...0x309F: "Hira"
    case 0x30A0...0x30FF: "Kana"
    case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: "Hani"
    default: "Zyyy"
    }
  }
}

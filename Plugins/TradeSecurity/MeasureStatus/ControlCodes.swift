import Vocabulary

/// The entries of a control list that a measure names; an entry contains its subparagraphs.
struct ControlCodes {
  private let entries: [String]

  init(_ entries: [String]) {
    self.entries = entries
  }

  /// Whether a code is covered: yes below an entry, open above one, no elsewhere.
  func part(for code: String) -> ScopePart {
    if let entry = entries.first(where: { ControlCodes.entry($0, contains: code) }) {
      return ScopePart(
        .yes, "It covers \(code) under its entry \(entry)",
        "\(entry) 항목이 \(KoreanParticle.object.after(code)) 포함한다")
    }
    let below = entries.filter { ControlCodes.entry(code, contains: $0) }
    guard below.isEmpty else {
      let list = below.joined(separator: ", ")
      return ScopePart(
        .cannotTell(missing: ["the subparagraph of \(code) (it covers \(list))"]),
        "It covers only a part of \(code)", "\(code)의 일부만 대상으로 한다")
    }
    return ScopePart(
      .no, "None of its entries contains \(code)",
      "\(KoreanParticle.object.after(code)) 포함하는 항목이 없다")
  }

  private static func entry(_ entry: String, contains code: String) -> Bool {
    let (outer, inner) = (entry.uppercased(), code.uppercased())
    return inner == outer || inner.hasPrefix(outer + ".")
  }
}

/// How far a piece of information may travel: Traffic Light Protocol 2.0 (FIRST, 2022) with a
/// list of agencies it may be released to.
///
/// A derived result carries the strictest colour of its inputs and only the releases they share.
public struct Marking: Hashable, Sendable, CustomStringConvertible {
  /// The colours of TLP 2.0, least strict first.
  public enum Color: Int, CaseIterable, Comparable, Hashable, Sendable {
    case clear, green, amber, amberStrict, red

    /// The label of the colour as TLP 2.0 writes it, without the `TLP:` in front.
    public var label: String {
      switch self {
      case .clear: "CLEAR"
      case .green: "GREEN"
      case .amber: "AMBER"
      case .amberStrict: "AMBER+STRICT"
      case .red: "RED"
      }
    }

    /// Whether the first colour is less strict.
    public static func < (first: Color, second: Color) -> Bool { first.rawValue < second.rawValue }
  }

  /// The colour.
  public let color: Color
  /// The agencies it may be released to; nil when the colour alone decides.
  public let releasableTo: Set<String>?

  /// Information without limits: TLP:CLEAR.
  public static let clear = Marking(.clear)

  /// Makes a marking from a colour and the agencies it may be released to.
  public init(_ color: Color, releasableTo: Set<String>? = nil) {
    self.color = color
    self.releasableTo = releasableTo
  }

  /// Reads `TLP:AMBER` or, with agencies, `TLP:AMBER REL moef,motir`.
  ///
  /// - Throws: `VocabularyError` with the known colours.
  public init(_ text: String) throws(VocabularyError) {
    let words = text.split(separator: " ")
    let labels = Color.allCases.map { "TLP:" + $0.label }
    guard let first = words.first,
      let index = labels.firstIndex(of: first.uppercased()),
      words.count == 1 || (words.count == 3 && words[1].uppercased() == "REL")
    else {
      throw VocabularyError(
        "'\(text)' is not a marking; the markings are " + labels.joined(separator: ", ")
          + ", each optionally followed by REL and agencies",
        suggestions: nearest(to: text.uppercased(), in: labels, limit: 1))
    }
    color = Color.allCases[index]
    releasableTo = words.count == 3 ? Set(words[2].split(separator: ",").map(String.init)) : nil
  }

  /// The strictest marking that covers both: the stricter colour and the shared releases.
  public func combined(with other: Marking) -> Marking {
    let shared: Set<String>? =
      switch (releasableTo, other.releasableTo) {
      case (nil, let theirs): theirs
      case (let ours, nil): ours
      case (let ours?, let theirs?): ours.intersection(theirs)
      }
    return Marking(max(color, other.color), releasableTo: shared)
  }

  /// `TLP:AMBER`, with the releases in alphabetical order when there are any.
  public var description: String {
    let label = "TLP:" + color.label
    guard let releasableTo else { return label }
    return label + " REL " + releasableTo.sorted().joined(separator: ",")
  }
}

internal import Vocabulary

/// What an answer has that its baseline has not, and the other way round.
struct Comparison {
  /// A row that is not as it was.
  struct Difference: Equatable {
    enum Kind: String {
      case added, removed, changed
    }

    let kind: Kind
    /// The values of the key columns, as JSON.
    let key: String
    /// The row in the baseline, as JSON; nil when it was not there.
    let before: String?
    /// The row now, as JSON; nil when it is gone.
    let after: String?
  }

  /// Why the rows cannot be compared: another question gave them; nil when it is the same.
  let otherQuestion: String?
  /// The sources that came or went since the baseline, and the day when it is another.
  let causes: [String]
  /// In the order of the keys; none where another question gave the rows.
  let differences: [Difference]

  init(of now: WatchedAnswer, with before: WatchedAnswer) {
    let questions = [
      now.query == before.query ? nil : "the watch asks \(now.query) in place of \(before.query)",
      now.query != before.query || now.queryDigest == before.queryDigest
        ? nil : "the SQL of \(now.query) changed",
      now.parameters == before.parameters
        ? nil : "the parameters were \(before.parameters) and are \(now.parameters)",
      now.key == before.key ? nil : "the key was \(before.key) and is \(now.key)",
    ].compactMap { $0 }
    otherQuestion = questions.isEmpty ? nil : questions.joined(separator: "; ")
    causes =
      Comparison.sourceChanges(before.sources, now.sources)
      + (now.asOf == before.asOf
        ? [] : ["the baseline is for \(before.asOf), the answer for \(now.asOf)"])
    let keys = Set(now.rows.keys).union(before.rows.keys).sorted()
    differences =
      otherQuestion != nil
      ? []
      : keys.compactMap { key in
        let pair = (before.rows[key], now.rows[key])
        guard pair.0 != pair.1 else { return nil }
        let kind: Difference.Kind =
          pair.0 == nil ? .added : pair.1 == nil ? .removed : .changed
        return Difference(kind: kind, key: key, before: pair.0, after: pair.1)
      }
  }

  func count(_ kind: Difference.Kind) -> Int { differences.count { $0.kind == kind } }

  // An identifier is the data set and the start of its digest: two of one data set are a replacement.
  private static func sourceChanges(_ before: [String], _ now: [String]) -> [String] {
    let gone = before.filter { !now.contains($0) }
    let came = now.filter { !before.contains($0) }
    func dataset(_ source: String) -> Substring { source.prefix { $0 != "/" } }
    let known = Set(before.map(dataset))
    return came.map { source in
      known.contains(dataset(source))
        ? "source \(dataset(source)) was replaced or extended by \(source)"
        : "source \(source) is new"
    } + gone.map { "source \($0) is gone" }
  }
}

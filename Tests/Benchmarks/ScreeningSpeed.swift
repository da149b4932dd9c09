internal import NameMatching

/// The speed of the matcher on one core, and what its index loses against a comparison with every name.
enum ScreeningSpeed {
  /// Measures and prints one `name value` a line.
  ///
  /// - Parameters:
  ///   - folder: the folder of prepared cases.
  ///   - count: how many names are asked about, half of them mangled names of the list and half people
  ///     who are on no list, each for the first time.
  ///   - checks: how many pairs of a query and a listed name are checked for losses at least.
  static func run(_ folder: String, count: Int, checks: Int) throws {
    let cases = ScreeningCases(folder: folder)
    let list = try cases.names("sdn")
    let queries =
      try spread(cases.rows("perturbed"), count / 2) + spread(cases.rows("us"), count / 2)
    var start = processorSeconds()
    let index = NameIndex(names: list)
    print("index \(processorSeconds() - start)")
    var searcher = NameSearcher(index)
    start = processorSeconds()
    var candidates = 0
    for text in queries {
      let found = searcher.search(NameQuery(text), threshold: threshold, limit: 20)
      // Each candidate comes with its reasons.
      candidates += found.count { !$0.explanation.meetings.isEmpty }
    }
    print("queries \(Double(queries.count) / (processorSeconds() - start))")
    print("candidates \(candidates)")
    var (checked, lost) = (0, 0)
    for text in queries where checked < checks {
      let query = NameQuery(text)
      let least = [0.5, threshold, 0.9][checked / list.count % 3]
      let found = Set(searcher.scores(query, threshold: least).map(\.name))
      lost += searcher.scores(query, threshold: least, isExhaustive: true).count {
        !found.contains($0.name)
      }
      checked += list.count
    }
    print("checked \(checked)")
    print("lost \(lost)")
  }

  /// The default of the setting `screening_threshold`.
  private static let threshold = 0.723

  /// So many first fields of rows, spread over all of them.
  private static func spread(_ rows: [[String]], _ count: Int) -> [String] {
    let step = max(1, rows.count / max(1, count))
    return stride(from: 0, to: rows.count, by: step).prefix(count).map { rows[$0][0] }
  }
}

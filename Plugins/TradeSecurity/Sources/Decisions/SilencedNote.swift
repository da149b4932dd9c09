/// What is said of candidates that a decision keeps from being shown.
enum SilencedNote {
  /// A sentence with their number and the days of the decisions; none where nothing is silenced.
  static func notes(_ silenced: [Decision]) -> [String] {
    guard !silenced.isEmpty else { return [] }
    let days = Set(silenced.map(\.day)).sorted()
    let shown = days.count > 3 ? [days[0] + " to " + (days.last ?? "")] : days
    return [
      "\(silenced.count) \(silenced.count == 1 ? "candidate" : "candidates") silenced by decisions of "
        + shown.joined(separator: ", ") + "; 'tower trade decisions' shows them"
    ]
  }
}

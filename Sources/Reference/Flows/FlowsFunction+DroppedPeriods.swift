internal import FlowColumns
internal import Kernel
internal import Store

extension FlowsFunction {
  /// Refuses a question that a period may answer which an older version held and which is missing:
  /// an answer without its rows would say that nothing was traded.
  static func refuseDroppedPeriods(_ call: FunctionCall, _ countries: CountryNumbers) throws {
    let dropped = try DroppedPart.all(of: "baci", call.reader).filter { dropped in
      let names = dropped.part.split(separator: "/")
      guard let edition = names.first, let year = names.last.flatMap({ Int($0.prefix(4)) }),
        let search = FlowSearch(edition: String(edition), call.constraints, countries)
      else { return false }
      return search.query.periods?.contains(Period(year: year)) ?? true
    }
    guard !dropped.isEmpty else { return }
    let files = Dictionary(
      try SourceEntry.all(for: call.tower.deployment, call.reader).map {
        ($0.identifier, $0["file"].text ?? $0.identifier)
      }
    ) { first, _ in first }
    throw TowerError(
      .failed,
      "flows of \(dropped.map(\.part).listed()) were kept by an older version and are not readable "
        + "now",
      hints: [
        "import again: " + Set(dropped.map { files[$0.source] ?? $0.source }).sorted().listed(),
        "or ask for other years; 'tower sources dismiss baci PART' gives a part up",
      ])
  }
}

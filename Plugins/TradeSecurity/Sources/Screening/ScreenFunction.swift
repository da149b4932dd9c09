internal import Kernel
internal import NameMatching
internal import Store

/// The table function `screen(name, [type], [threshold])`.
enum ScreenFunction {
  /// Makes the function with the score from which parties are given.
  static func make(threshold: Double) -> FunctionDescriptor {
    FunctionDescriptor(
      "screen",
      doc: "A listed party that a name meets, those decided on as well; no row is no clearance.",
      arguments: [
        .required("name", .text, doc: "The name, in any script and any order of its words."),
        .optional(
          "type", .text, doc: "person, organisation, vessel or aircraft; any when left out."),
        .optional("threshold", .real, doc: "The least score, 0 to 1; \(threshold) when left out."),
      ],
      columns: ScreenRow.columns, estimatedRows: 3
    ) { call in
      let least = try call.optionalNumber("threshold") ?? threshold
      let day = call.asOf
      let lists = try ScreenedLists.load([], call.reader)
      var screening = Screening(lists)
      let query = ScreenQuery(
        name: try call.text("name"), party: ScreenQuery.party(try call.optionalText("type")))
      let hits = screening.hits(query, threshold: least)
      let decided = try StandingDecisions(
        lists.parties, of: query, call.tower.deployment, call.reader
      ).decided(hits, query)
      return RowProducer(
        decided.lazy.map { ScreenRow.values($0.hit, $0.standing, on: day) })
    }
  }
}

internal import Kernel
internal import NameMatching
internal import Store

/// The table function `screen(name, [threshold])`.
enum ScreenFunction {
  /// Makes the function with the score from which parties are given.
  static func make(threshold: Double) -> FunctionDescriptor {
    FunctionDescriptor(
      "screen", doc: "A listed party that a name meets; no row is no clearance.",
      arguments: [
        .required("name", .text, doc: "The name, in any order of its words."),
        .optional("threshold", .real, doc: "The least score, 0 to 1; \(threshold) when left out."),
      ],
      columns: ScreenRow.columns, estimatedRows: 3
    ) { call in
      let least = try call.optionalNumber("threshold") ?? threshold
      let day = call.asOf
      let hits = try Screening(call.reader).hits(call.text("name"))
      return RowProducer(
        hits.lazy.filter { $0.candidate.score >= least }.map { ScreenRow.values($0, on: day) })
    }
  }
}

internal import Kernel
internal import NameMatching
internal import Store
internal import Synchronization

/// The function `similarity(a, b)`.
enum SimilarityFunction {
  static let descriptor = ScalarDescriptor(
    "similarity",
    doc: """
      How near two names of parties are, 0 to 1, in any script and order of words: the score of \
      `trade compare`. Null where one of them is null; a low score is no clearance.
      """,
    arguments: [
      .required("a", .text, doc: "The first name."),
      .required("b", .text, doc: "The second name."),
      .optional("type", .text, doc: "person, organisation, vessel or aircraft; any when left out."),
    ], result: .real, example: ("similarity('Kim Jong Un', 'KIM, Jong-un')", "1.0")
  ) {
    let comparison = Mutex(PairOfRecords(threshold: 0))
    return { call in
      guard let first = try call.optionalText("a"), let second = try call.optionalText("b") else {
        return .null
      }
      let party = try ScreenRun.party(try call.optionalText("type"))
      let score = comparison.withLock {
        $0.candidate(
          ScreenQuery(name: first, party: party), ScreenQuery(name: second, party: party)
        ).score
      }
      return .real(ScreenRow.rounded(score))
    }
  }
}

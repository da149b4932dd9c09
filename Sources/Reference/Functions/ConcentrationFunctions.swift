internal import Kernel
internal import Store

/// The functions `hhi(value)` and `share(part, whole)`.
enum ConcentrationFunctions {
  static let hhi = AggregateDescriptor(
    "hhi",
    doc: """
      The Herfindahl-Hirschman index of the parts of a group: the sum of their squared shares, from 0 \
      to 1. Null where a part is null, because the total is not known then, and where the total is not \
      above zero; a negative part is an error.
      """,
    arguments: [.required("value", .real, doc: "The part of a holder; all in one unit.")],
    result: .real, example: ("hhi(value)", "0.375")
  ) {
    let parts = Parts()
    return AggregateFunction.Group(add: parts.add, result: { parts.index })
  }

  static let share = ScalarDescriptor(
    "share",
    doc: """
      A part of a whole, from 0 to 1: share(value, sum(value) OVER (PARTITION BY product)). Null where \
      one of them is null, and where the whole is zero; a negative one is an error.
      """,
    arguments: [
      .required("part", .real, doc: "The part."),
      .required("whole", .real, doc: "The whole, in the same unit."),
    ], result: .real, example: ("share(1, 4)", "0.25")
  ) {
    { call in
      guard let part = try call.optionalNumber("part"),
        let whole = try call.optionalNumber("whole")
      else { return .null }
      guard part >= 0, whole >= 0 else {
        throw TowerError(.usage, "\(part) of \(whole) is no share: one of them is negative")
      }
      return whole > 0 ? .real(part / whole) : .null
    }
  }

  /// The parts of one group so far.
  private final class Parts {
    private var total = 0.0
    private var squares = 0.0
    private var isComplete = true

    func add(_ arguments: [Value]) throws {
      guard !arguments[0].isNull else {
        isComplete = false
        return
      }
      guard let part = arguments[0].real, part >= 0 else {
        throw TowerError(.usage, "\(arguments[0]) is no part: a number of at least 0 is expected")
      }
      total += part
      squares += part * part
    }

    var index: Value { isComplete && total > 0 ? .real(squares / (total * total)) : .null }
  }
}

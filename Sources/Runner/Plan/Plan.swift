/// What a run will do with each step, and why.
struct Plan: Sendable {
  /// What becomes of a step.
  enum Decision: Sendable, Hashable {
    /// It runs, for these reasons.
    case run([Reason])
    /// Nothing that it stands on has changed since a run.
    case unchanged(since: String)
    /// It does not run: its condition does not hold, or its module is switched off.
    case leftOut(Reason)
    /// It cannot be told before another step is over.
    case depends(Reason)
  }

  /// A step of the plan.
  struct Entry: Sendable {
    let instance: StepInstance
    var decision: Decision
    /// The record that it is compared with; nil when it has not run yet.
    let last: StepRecord?
    /// Its command line with its references in place; nil when one is not known yet.
    let words: [String]?
  }

  /// The steps in the order of the job; one that runs for items which are not known yet stands as one.
  let entries: [Entry]
}

extension Plan.Decision {
  /// In one word, for tables and programs.
  var name: String {
    switch self {
    case .run: "run"
    case .unchanged: "skip"
    case .leftOut: "leave out"
    case .depends: "depends"
    }
  }

  /// Why, as a person reads it.
  var explanation: String {
    switch self {
    case .run(let reasons): reasons.map(\.description).joined(separator: "; ")
    case .unchanged(let run): "nothing that it stands on has changed since run \(run)"
    case .leftOut(let reason), .depends(let reason): reason.description
    }
  }
}

internal import Kernel
internal import Vocabulary

/// What a run says of itself while it goes on.
enum RunEvent: Sendable {
  case runStarted(RunRecord)
  case stepStarted(RunRecord.Step, RunRecord)
  case stepFinished(RunRecord.Step, RunRecord)
  case runFinished(RunRecord)

  /// The event as one line of JSON, along its declared fields.
  var line: String {
    let common: [JSONValue] = [
      .text(EventKind.schema), .text(kind.name), .text(run.identifier), .text(at.description),
    ]
    let pairs = zip(EventKind.common + kind.fields, common + values).map { ($0.name, $1) }
    return JSONValue.object(pairs).compact + "\n"
  }

  private var kind: EventKind {
    switch self {
    case .runStarted: .runStarted
    case .stepStarted: .stepStarted
    case .stepFinished: .stepFinished
    case .runFinished: .runFinished
    }
  }

  private var run: RunRecord {
    switch self {
    case .runStarted(let run), .stepStarted(_, let run), .stepFinished(_, let run),
      .runFinished(let run):
      run
    }
  }

  private var at: Instant {
    switch self {
    case .runStarted(let run): run.started
    case .stepStarted(let step, let run): step.started ?? run.started
    case .stepFinished(let step, let run): step.ended ?? run.started
    case .runFinished(let run): run.ended ?? run.started
    }
  }

  /// The values of the kind's own fields, in their order.
  private var values: [JSONValue] {
    switch self {
    case .runStarted(let run):
      [
        .text(run.job.identifier), .text(run.job.file), .text(run.job.digest),
        .text(run.asOf.description), JSONValue(run.knownAt?.description),
        .object(
          run.parameters.sorted { $0.key < $1.key }.map { ($0.key, JSONValue.text($0.value)) }),
        .texts(run.steps.map(\.name)),
        .list(
          run.skipped.map { step in
            .object(["step": .text(step.name), "reason": .text(step.reason)])
          }),
      ]
    case .stepStarted(let step, _):
      [
        .integer(Int64(step.position)), .text(step.name), .text(step.line), .text(step.reason),
      ]
    case .stepFinished(let step, _):
      [
        .integer(Int64(step.position)), .text(step.name), .text(step.status.rawValue),
        .integer(Int64(step.attempts)), JSONValue(step.outcome?.exitStatus),
        .integer(step.milliseconds ?? 0),
        step.outcome?.rows.map { .integer(Int64($0)) } ?? .null,
        JSONValue(step.outcome?.message ?? step.reason), .texts(step.outcome?.notes ?? []),
        JSONValue(step.outcome?.digest),
      ]
    case .runFinished(let run):
      [
        .text(run.status.rawValue), JSONValue(run.exitStatus), .integer(run.milliseconds ?? 0),
        .integer(Int64(run.stepsDone)), .integer(Int64(run.steps.count)),
        JSONValue(run.cause),
      ]
    }
  }
}

extension JSONValue {
  fileprivate init(_ text: String?) { self = text.map { .text($0) } ?? .null }

  fileprivate init(_ status: ExitStatus?) {
    self = status.map { .integer(Int64($0.rawValue)) } ?? .null
  }
}

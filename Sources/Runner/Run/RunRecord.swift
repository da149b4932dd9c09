internal import Kernel
internal import Store
internal import Vocabulary

/// A run of a job, as the journal keeps it.
struct RunRecord: Sendable {
  /// How far a run or one of its steps came.
  enum Status: String, Sendable {
    /// It is to run, or to be decided, later.
    case planned
    case running, done, failed, interrupted
    /// It does not run: nothing has changed, or its condition does not hold.
    case skipped
  }

  /// A step of the run.
  struct Step: Sendable {
    /// The step, with its item if it runs for several.
    let name: String
    /// The place of the step in the job, from 1; all its items have the same.
    let position: Int
    /// Its command line, as far as it is known.
    var line: String
    /// How far it came.
    var status: Status
    /// Why it runs or does not.
    var reason: String
    /// The run since which it is unchanged; nil for one that runs.
    var basis: String?
    /// When it started; nil before.
    var started: Instant?
    /// When it ended.
    var ended: Instant?
    /// How long it took.
    var milliseconds: Int64?
    /// How often it was tried.
    var attempts = 0
    /// What the command answered; nil before its end.
    var outcome: StepOutcome?
    /// What it stood on.
    var inputs: StepInputs?
    /// The files that it made, by path, with the name that the job gives them and their digests.
    var artefacts: [String: (name: String, digest: String)] = [:]
  }

  /// The identifier: `job/day/number`.
  var identifier: String { "\(job.identifier)/\(day)/\(number)" }
  /// The job.
  let job: Job
  /// The day it started.
  let day: Day
  /// Which run of the job on that day, from 1.
  let number: Int
  /// The day that every step is for, unless it sets its own.
  let asOf: Day
  /// The day up to which facts count as known; nil means all.
  let knownAt: Day?
  /// The values of its parameters.
  let parameters: [String: String]
  /// When it started.
  let started: Instant
  /// When it ended.
  var ended: Instant?
  /// How long it took.
  var milliseconds: Int64?
  /// How far it came.
  var status = Status.running
  /// The exit code that it ends with.
  var exitStatus: ExitStatus?
  /// Why it stopped, when it did not finish.
  var cause: String?
  /// Its steps, in the order of the job.
  var steps: [Step] = []

  /// The steps that do not run.
  var skipped: [Step] { steps.filter { $0.status == .skipped } }

  /// How many of its steps are over: done, or with nothing to do.
  var stepsDone: Int { steps.count { $0.status == .done || $0.status == .skipped } }
}

extension RunRecord.Step {
  /// A step as the plan has it.
  init(_ entry: Plan.Entry) {
    self.init(
      name: entry.instance.name, position: entry.instance.step.position,
      line: entry.words.map(commandLine) ?? entry.instance.step.line, status: .planned,
      reason: entry.decision.explanation)
    switch entry.decision {
    case .run, .depends: break
    case .leftOut: status = .skipped
    case .unchanged(let run):
      status = .skipped
      basis = run
    }
  }
}

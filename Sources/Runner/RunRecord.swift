internal import Kernel
internal import Store
internal import Vocabulary

/// A run of a job, as the journal keeps it.
struct RunRecord: Sendable {
  /// How far a run or one of its steps came.
  enum Status: String, Sendable {
    case running, done, failed, interrupted, skipped
  }

  /// A step of the run.
  struct Step: Sendable {
    /// Its place in the job, from 1.
    let position: Int
    /// Its identifier.
    let identifier: String
    /// Its command line.
    let line: String
    /// When it started; nil when it was skipped.
    var started: Instant?
    /// When it ended.
    var ended: Instant?
    /// How long it took.
    var milliseconds: Int64?
    /// How far it came.
    var status: Status
    /// What the command answered; nil before its end.
    var outcome: StepOutcome?
    /// Why it was skipped.
    var reason: String?
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
  /// The steps that are skipped, and those that were started.
  var steps: [Step] = []

  /// What is on record of a step of the job; nil before it starts.
  func record(of step: Job.Step) -> Step? {
    steps.first { $0.identifier == step.identifier }
  }

  /// The steps that are skipped.
  var skipped: [Step] { steps.filter { $0.status == .skipped } }

  /// How many of its steps are done.
  var stepsDone: Int { steps.count { $0.status == .done } }
}

internal import Kernel

/// A kind of event that a run gives to programs, with its fields.
struct EventKind: Sendable {
  /// The name and version of the schema: a field that changes its meaning or goes raises the number.
  static let schema = "tower.batch/1"

  /// The name.
  let name: String
  /// When it is given.
  let doc: String
  /// Its own fields, behind the common ones.
  let fields: [Column]

  /// The fields of every event.
  static let common = [
    Column("schema", .text, doc: "The schema of the event: \(schema)."),
    Column("event", .text, doc: "The kind of the event."),
    Column("run", .text, doc: "The run."),
    Column("at", .text, doc: "When, in Coordinated Universal Time."),
  ]

  static let runStarted = EventKind(
    name: "run_started", doc: "The first event: the journal holds the start of the run.",
    fields: [
      Column("job", .text, doc: "The job."),
      Column("file", .text, doc: "The job file as it was named."),
      Column("digest", .text, doc: "The SHA-256 of the job file."),
      Column("as_of", .day, doc: "The day that every step is for, unless it sets its own."),
      Column("known_at", .day, doc: "The day up to which facts count; null means all."),
      Column("parameters", .json, doc: "The values of the job's parameters, by name."),
      Column("steps", .json, doc: "The names of all steps, in their order, items in brackets."),
      Column("skipped", .json, doc: "The steps that do not run, each with 'step' and 'reason'."),
    ])

  static let stepStarted = EventKind(
    name: "step_started", doc: "The journal holds the start of a step.",
    fields: [
      position, step,
      Column("command", .text, doc: "Its command line."),
      Column("reason", .text, doc: "Why it runs."),
    ])

  static let stepFinished = EventKind(
    name: "step_finished", doc: "The journal holds the end of a step.",
    fields: [
      position, step,
      Column("status", .text, doc: "done, failed, interrupted or skipped."),
      Column("attempts", .integer, doc: "How often it was tried."),
      Column("exit_code", .integer, doc: "The exit code that the command alone would have given."),
      milliseconds,
      Column("rows", .integer, doc: "How many rows it answered; null when it failed."),
      Column("message", .text, doc: "Its answer in short, or why it failed or was skipped."),
      Column("notes", .json, doc: "What the reader must know beside the answer."),
      Column("digest", .text, doc: "The SHA-256 of its answer as JSON; null when it failed."),
    ])

  static let runFinished = EventKind(
    name: "run_finished",
    doc: "The last event; events that end without it are of a run that was killed.",
    fields: [
      Column("status", .text, doc: "done, failed or interrupted."),
      Column("exit_code", .integer, doc: "The exit code of the run."),
      milliseconds,
      Column("done", .integer, doc: "How many steps are done or had nothing to do."),
      Column("steps", .integer, doc: "How many steps the job has."),
      Column("cause", .text, doc: "Why it stopped; null when it is done."),
    ])

  /// Every kind, in the order of a run.
  static let all = [runStarted, stepStarted, stepFinished, runFinished]

  private static let position = Column(
    "position", .integer, doc: "The place of the step in the job, from 1.")
  private static let step = Column(
    "step", .text, doc: "The step; with its item in brackets where it runs for several.")
  private static let milliseconds = Column(
    "milliseconds", .integer, unit: "ms", doc: "How long it took; 0 under a fixed clock.")
}

internal import Kernel
internal import Store
internal import Vocabulary

/// What the commands that run a job say while it runs, and answer when it is over.
enum RunAnswer {
  static let columns = [
    Column("step", .text, doc: "The step; with its item in brackets where it runs for several."),
    Column("status", .text, doc: "done, failed, interrupted, skipped or not run."),
    Column("exit_code", .integer, doc: "The exit code that the command alone would have given."),
    Column("seconds", .real, unit: "s", doc: "How long it took."),
    Column("rows", .integer, doc: "How many rows it answered, over all its tables."),
  ]

  /// Refuses events and another format at once: they are two forms of one output.
  static func refuseTwoForms(_ invocation: Invocation) throws {
    guard invocation.arguments.flag("events"), invocation.options.format != .table else { return }
    throw TowerError(
      .usage, "--events and --format are two forms of one output", hints: ["leave one of them out"])
  }

  /// A run that tells people and programs how it goes on.
  static func jobRun(
    _ job: Job, _ values: [String: String], forced: Set<String>, _ invocation: Invocation,
    options: GlobalOptions
  ) -> JobRun {
    let hasEvents = invocation.arguments.flag("events")
    let display = RunDisplay(isQuiet: options.isQuiet)
    let isForPeople = !hasEvents && [.table, .markdown].contains(options.format)
    return JobRun(
      job: job, tower: invocation.tower, options: options, parameters: values, forced: forced,
      report: { event in
        if hasEvents { Terminal.write(event.line) }
        display.show(event)
      },
      show: { step, result, options in
        guard isForPeople else { return }
        Terminal.write("\(step.title?.english ?? step.identifier)\n")
        Terminal.write(options.format.render(result) + "\n")
      })
  }

  /// The answer to a run that is over.
  static func answer(_ run: RunRecord, _ invocation: Invocation) -> CommandResult {
    let rows = run.steps.map { step -> [Value] in
      [
        .text(step.name),
        .text(step.status == .planned ? "not run" : step.status.rawValue),
        Value(step.outcome.map { Int($0.exitStatus.rawValue) }),
        Value(step.milliseconds.map { Double($0) / 1000 }), Value(step.outcome?.rows),
      ]
    }
    let seconds = Double(run.milliseconds ?? 0) / 1000
    var result = CommandResult(
      columns: columns, rows: rows,
      notes: [
        "run \(run.identifier): \(run.status.rawValue), \(run.stepsDone) of \(run.steps.count) "
          + "steps done or without change in \(seconds) s"
      ])
    if run.status != .done {
      result.notes.append("to go on: tower batch resume \(run.identifier)")
    }
    if invocation.arguments.flag("events") { result = CommandResult(notes: result.notes) }
    result.status = run.exitStatus ?? .failed
    return result
  }
}

internal import Kernel
internal import Store
internal import Vocabulary

/// The command that runs a job.
enum RunCommand {
  static let command = Command(
    "batch run", summary: "Runs the steps of a job in their order, with a journal in the store.",
    discussion: """
      A job is a YAML file of commands. All of them are checked before the first one runs: every
      fault is told with file, line and column. The first step that fails stops the job with exit
      code 3; what it had not finished is undone by its own transaction. The options of the run
      hold for every step, unless the step sets its own; the day is fixed when the run starts. A
      step whose module the deployment disables is skipped, and the run says so.

      One job runs once at a time on a store. Ctrl-C lets the step end and then stops with exit
      code 130; a second Ctrl-C stops at once. 'batch log' tells how far a run came, also when its
      process was killed. The results of the steps are not printed, except of those that say
      'show: true'.

      With --events the standard output carries one JSON object a line, as 'batch events' explains.
      """,
    parameters: [
      .positional("job", .existingFile, doc: "The job file."),
      Parameter("events", .flag, doc: "Write events as NDJSON to the standard output."),
      Parameter("from", .text, doc: "The step to begin with; those before it are skipped."),
    ],
    // The run itself makes the store, once the job has no fault and nobody else runs it: a command
    // that writes would first wait for whoever writes now.
    columns: columns, effect: .none,
    examples: ["batch run config/jobs/daily-brief.yaml"], run: run)

  private static let columns = [
    Column("step", .text, doc: "The step."),
    Column("status", .text, doc: "done, failed, interrupted, skipped or not run."),
    Column("exit_code", .integer, doc: "The exit code that the command alone would have given."),
    Column("seconds", .real, unit: "s", doc: "How long it took."),
    Column("rows", .integer, doc: "How many rows it answered, over all its tables."),
  ]

  @Sendable private static func run(_ invocation: Invocation) throws -> CommandResult {
    let arguments = invocation.arguments
    let hasEvents = arguments.flag("events")
    let options = invocation.options
    guard !hasEvents || options.format == .table else {
      throw TowerError(
        .usage, "--events and --format are two forms of one output",
        hints: ["leave one of them out"])
    }
    let job = try Job.load(
      path: arguments.text("job"), registry: invocation.tower.registry)
    let display = RunDisplay(isQuiet: options.isQuiet)
    let isForPeople = !hasEvents && [.table, .markdown].contains(options.format)
    let run = JobRun(
      job: job, tower: invocation.tower, options: options,
      first: try position(of: arguments.optionalText("from"), in: job),
      report: { event in
        if hasEvents { Terminal.write(event.line) }
        display.show(event)
      },
      show: { step, result, options in
        guard isForPeople else { return }
        Terminal.write("\(step.title?.english ?? step.identifier)\n")
        Terminal.write(options.format.render(result) + "\n")
      })
    return answer(try run(), hasEvents: hasEvents)
  }

  private static func position(of step: String?, in job: Job) throws -> Int {
    guard let step else { return 0 }
    let names = job.steps.map(\.identifier)
    guard let position = names.firstIndex(of: step) else {
      let near = nearest(to: step, in: names)
      throw TowerError(
        .usage, "--from: the job '\(job.identifier)' has no step '\(step)'",
        hints: near.isEmpty
          ? ["its steps are \(names.joined(separator: ", "))"]
          : ["did you mean \(near.joined(separator: " or "))?"])
    }
    return position
  }

  private static func answer(_ run: RunRecord, hasEvents: Bool) -> CommandResult {
    let rows = run.job.steps.map { step -> [Value] in
      let record = run.record(of: step)
      return [
        .text(step.identifier), .text(record?.status.rawValue ?? "not run"),
        Value(record?.outcome.map { Int($0.exitStatus.rawValue) }),
        Value(record?.milliseconds.map { Double($0) / 1000 }), Value(record?.outcome?.rows),
      ]
    }
    let seconds = Double(run.milliseconds ?? 0) / 1000
    var result = CommandResult(
      columns: columns, rows: rows,
      notes: [
        "run \(run.identifier): \(run.status.rawValue), \(run.stepsDone) of \(run.job.steps.count) "
          + "steps done in \(seconds) s"
      ])
    if let next = run.nextStep {
      result.notes.append("to go on: tower batch run \(run.job.file) --from \(next)")
    }
    if hasEvents { result = CommandResult(notes: result.notes) }
    result.status = run.exitStatus ?? .failed
    return result
  }
}

extension RunRecord {
  /// The step with which a run that stopped can go on: the one that failed, or the next.
  fileprivate var nextStep: String? {
    guard status != .done else { return nil }
    return job.steps.first { step in
      let status = record(of: step)?.status
      return status != .done && status != .skipped
    }?.identifier
  }
}

internal import Kernel
internal import Store
internal import Vocabulary

/// The command that tells what a run would do.
enum PlanCommand {
  static let command = Command(
    "batch plan", summary: "Tells for each step of a job whether it would run, and why.",
    discussion: """
      What 'batch run' does then is what this says. 'depends' is a step that another one decides
      before it: by its answer, or by the items that it leaves. The estimates are those of the last
      time that the step was done.
      """,
    parameters: JobParameters.all,
    columns: columns, alwaysRuns: true,
    examples: ["batch plan config/jobs/daily-brief.yaml"]
  ) { invocation in
    let (job, values, forced) = try JobParameters.read(invocation)
    let tower = invocation.tower
    let run = RunAnswer.jobRun(job, values, forced: forced, invocation, options: invocation.options)
    let planner = try Planner(run, asOf: invocation.options.asOf ?? tower.clock.today)
    let plan = try planner.plan()
    return CommandResult(columns: columns, rows: plan.entries.map { row($0, planner) })
  }

  private static let columns = [
    Column("step", .text, doc: "The step; with its item in brackets where it runs for several."),
    Column("decision", .text, doc: "run, skip, leave out or depends."),
    Column("why", .text, doc: "The reasons, with the old and the new value of what changed."),
    Column("reads", .text, doc: "The tables and files that it read the last time, or will read."),
    Column(
      "writes", .text, doc: "The tables and files that it wrote the last time, or will write."),
    Column("rows", .integer, doc: "How many rows it answered the last time."),
    Column("seconds", .real, unit: "s", doc: "How long it took the last time."),
    Column("command", .text, doc: "Its command line, as far as it is known."),
  ]

  private static func row(_ entry: Plan.Entry, _ planner: Planner) -> [Value] {
    let tables = entry.last?.inputs.tables ?? [:]
    let files = entry.words.map { NamedFiles($0, planner.tower.registry) }
    func list(_ names: [String]) -> Value {
      names.isEmpty ? .null : .text(names.joined(separator: ", "))
    }
    let written = tables.filter(\.value.isWritten).keys.sorted()
    let read = tables.filter { !$0.value.isWritten }.keys.sorted()
    return [
      .text(entry.instance.name), .text(entry.decision.name), .text(entry.decision.explanation),
      list(read + (files?.read ?? [])), list(written + (files?.made ?? [])),
      Value(entry.last?.rows), Value(entry.last?.milliseconds.map { Double($0) / 1000 }),
      .text(entry.words.map(commandLine) ?? entry.instance.step.line),
    ]
  }
}

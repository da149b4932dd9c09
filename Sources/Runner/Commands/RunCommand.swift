internal import Kernel
internal import Store
internal import Vocabulary

/// The command that runs a job.
enum RunCommand {
  static let command = Command(
    "batch run", summary: "Runs the steps of a job that have something to do.",
    discussion: """
      A job is a YAML file of commands. All of them are checked before the first one runs: every
      fault is told with file, line and column. Then the run is planned, as 'batch plan' shows: a
      step is skipped when nothing that it stands on has changed since it was done - its command
      line, the files that it names, the tables that it read, the day if it asked for it, modules
      and settings - and the files that it made are still there. --force runs it all the same.

      A step that fails leaves nothing behind: its writing is one transaction, with the journal's
      record of its end. What becomes of the others is said by 'on-failure'; the run ends with exit
      code 3. The options of the run hold for every step, unless the step sets its own; the day is
      fixed when the run starts. A step whose module is switched off is skipped.

      One job runs once at a time on a store. Ctrl-C lets the steps end and then stops with exit code
      130; a second Ctrl-C stops at once. 'batch resume' goes on, also when the process was killed;
      'batch log' tells how far a run came. The results of the steps are not printed, except of those
      that say 'show: true'.

      With --events the standard output carries one JSON object a line, as 'batch events' explains.
      """,
    parameters: JobParameters.all + [
      Parameter("events", .flag, doc: "Write events as NDJSON to the standard output.")
    ],
    // The run itself makes the store, once the job has no fault and nobody else runs it: a command
    // that writes would first wait for whoever writes now.
    columns: RunAnswer.columns, effect: .none, alwaysRuns: true,
    examples: ["batch run config/jobs/daily-brief.yaml"]
  ) { invocation in
    try RunAnswer.refuseTwoForms(invocation)
    let (job, values, forced) = try JobParameters.read(invocation)
    let run = RunAnswer.jobRun(job, values, forced: forced, invocation, options: invocation.options)
    return RunAnswer.answer(try run(), invocation)
  }
}

internal import Glibc
internal import Kernel
internal import Vocabulary

/// What a run shows to people on the error stream: each step as it starts and ends.
///
/// On a terminal the step that runs is one line that goes when it ends; the table of the steps
/// follows at the end. Elsewhere each step leaves a line.
struct RunDisplay {
  let isQuiet: Bool
  let write: (String) -> Void
  let isTerminal: Bool

  /// A display on the error stream.
  ///
  /// - Parameter isQuiet: whether only failures are told.
  init(isQuiet: Bool) {
    self.init(
      isQuiet: isQuiet, isTerminal: isatty(STDERR_FILENO) == 1, write: Terminal.writeError)
  }

  init(isQuiet: Bool, isTerminal: Bool, write: @escaping (String) -> Void) {
    self.isQuiet = isQuiet
    self.isTerminal = isTerminal
    self.write = write
  }

  /// Shows an event.
  func show(_ event: RunEvent) {
    switch event {
    case .runStarted(let run):
      say("run \(run.identifier): \(run.job.title.english)\n")
      for step in run.skipped { say("\(step.name): skipped, \(step.reason)\n") }
    case .stepStarted(let step, let run):
      if isTerminal { say("\r\u{1B}[K\(place(step, run)) \(step.name) ... ") }
    case .stepFinished(let step, let run): finished(step, run)
    case .runFinished(let run):
      if let cause = run.cause { write("\(cause)\n") }
    }
  }

  private func place(_ step: RunRecord.Step, _ run: RunRecord) -> String {
    "[\(run.steps.count { $0.status != .planned })/\(run.steps.count)]"
  }

  private func finished(_ step: RunRecord.Step, _ run: RunRecord) {
    let seconds = Double(step.milliseconds ?? 0) / 1000
    if isTerminal {
      say("\r\u{1B}[K")
    } else if step.status == .skipped {
      say("\(step.name): skipped, \(step.reason)\n")
    } else {
      // Why a step failed is told at the end of the run, also to those who want to read nothing else.
      let message = step.status == .done ? "; " + (step.outcome?.message ?? "") : ""
      say("\(place(step, run)) \(step.name): \(step.status.rawValue) in \(seconds) s\(message)\n")
    }
    for note in step.outcome?.notes ?? [] { say("  \(step.name): \(note)\n") }
  }

  private func say(_ text: String) {
    if !isQuiet { write(text) }
  }
}

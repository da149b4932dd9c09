internal import Glibc
public import Kernel

extension Program {
  /// Runs the words of the process's own command line, with its terminal, its streams and ctrl-C.
  ///
  /// - Returns: the exit code of the process.
  public func main(_ words: [String]) -> ExitStatus {
    // A write beyond the limit on the size of files then fails, and is told, as on a full disk.
    signal(SIGXFSZ, SIG_IGN)
    let isTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    var program = self
    program.watch = InterruptWatch(endsProcess: !(isTerminal && Program.opensSession(words)))
    let status = program.run(words, console: .standard) { tower in
      let agency = tower.deployment.agency.identifier
      let file = HistoryFile(agency: agency, environment: environment)
      let edited = isTerminal ? EditedLines(historyFile: file) : nil
      return edited ?? PipedLines(descriptor: STDIN_FILENO)
    }
    guard let fault = Terminal.outputFault else { return status }
    Terminal.writeError("the standard output could not be written: \(fault)\n")
    return status == .ok || status == .findingsAtLevel ? .failed : status
  }
}

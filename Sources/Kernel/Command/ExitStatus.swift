/// How a run of the tower ended, as its exit code.
public enum ExitStatus: Int32, CaseIterable, Sendable {
  case ok = 0
  case findingsAtLevel = 1
  case usage = 2
  case failed = 3
  case resumable = 4
  case locked = 5
  case configuration = 6
  case denied = 7
  case integrity = 8
  case interrupted = 130

  /// What the code means, for help and documentation.
  public var meaning: String {
    switch self {
    case .ok: "done"
    case .findingsAtLevel: "done, with findings at or above the level asked for"
    case .usage: "the command line is wrong"
    case .failed: "the command failed"
    case .resumable: "partly done; it can be resumed"
    case .locked: "another process holds what is needed"
    case .configuration: "the configuration is wrong"
    case .denied: "not allowed"
    case .integrity: "the store, the ledger or a file is not what it should be"
    case .interrupted: "interrupted"
    }
  }
}

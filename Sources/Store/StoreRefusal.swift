/// Why a file is not opened as a store, or an act on it is not done.
public enum StoreRefusal: Error, Sendable, Hashable, CustomStringConvertible {
  case missing(path: String)
  case networkFileSystem(path: String, kind: String)
  case notAStore(path: String)
  case newerFormat(path: String, format: Int64, known: Int64)
  case newerMigration(path: String, module: String, number: Int)
  case editedMigration(path: String, module: String, number: Int, name: String)
  case lateMigration(path: String, module: String, number: Int, after: Int)
  case repeatedMigration(module: String, number: Int)
  case unappliedMigration(path: String, module: String, name: String)
  case brokenReferences(path: String, module: String, number: Int, problems: [String])
  case nestedWrite(path: String)
  case exists(path: String)
  case damaged(path: String, problems: [String])
  case unreadable(path: String, reason: String)
  case full(path: String)
  case unwritable(path: String, reason: String)
  case unfitFunction(name: String, reason: String)

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .missing(let path): "there is no store at \(path)"
    case .networkFileSystem(let path, let kind):
      "\(path) is on a network file system (\(kind)), where file locks cannot be trusted; "
        + "keep the store on a local disk"
    case .notAStore(let path): "\(path) is a file, but not a store of the tower"
    case .newerFormat(let path, let format, let known):
      "\(path) was made by a newer version: its format is \(format), "
        + "and this version knows formats up to \(known)"
    case .newerMigration(let path, let module, let number):
      "\(path) was written by a newer version: module '\(module)' has migration \(number), "
        + "which this version does not know"
    case .editedMigration(let path, let module, let number, let name):
      "migration \(number) ('\(name)') of module '\(module)' is not the one that made \(path); "
        + "a migration is never edited, a new one is added"
    case .lateMigration(let path, let module, let number, let after):
      "migration \(number) of module '\(module)' comes too late for \(path), which has migration "
        + "\(after) already; a new migration takes the next free number"
    case .repeatedMigration(let module, let number):
      "module '\(module)' has two migrations with the number \(number)"
    case .unappliedMigration(let path, let module, let name):
      "\(path) was made by an older version: migration '\(name)' of module '\(module)' is not "
        + "applied; run 'tower store init'"
    case .brokenReferences(let path, let module, let number, let problems):
      "migration \(number) of module '\(module)' was undone in \(path), because it leaves "
        + StoreRefusal.listed(problems)
    case .nestedWrite(let path):
      "a write to \(path) was begun inside another one, where it would wait for itself; "
        + "use the connection of the outer write"
    case .exists(let path): "\(path) is there already; nothing is overwritten"
    case .damaged(let path, let problems): "\(path) is damaged: \(StoreRefusal.listed(problems))"
    case .unreadable(let path, let reason): "\(path) cannot be opened: \(reason)"
    case .full(let path):
      "the disk is full: \(path) cannot be written; what was begun is undone"
    case .unwritable(let path, let reason):
      "\(path) cannot be written: \(reason); what was begun is undone"
    case .unfitFunction(let name, let reason): "function '\(name)' is not registered: \(reason)"
    }
  }

  private static func listed(_ problems: [String]) -> String {
    let rest = problems.count - 3
    return problems.prefix(3).joined(separator: "; ") + (rest > 0 ? "; and \(rest) more" : "")
  }
}

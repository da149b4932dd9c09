internal import Kernel

/// What stays in force where a list cannot be taken.
enum ListInForce {
  /// Takes a version of a list; a refusal says which version stays in force.
  static func keeping(_ list: String, _ session: ImportSession, _ body: () throws -> Void) throws {
    let kept = try KeptVersion.inForce(list, session.connection)
    do {
      try body()
    } catch let error as TowerError {
      guard let kept else { throw error }
      throw TowerError(
        error.status, error.message,
        hints: error.hints + [
          "\(list) of \(kept.version) with \(kept.entries) entries stays in force; "
            + "its age: tower trade lists"
        ])
    }
  }
}

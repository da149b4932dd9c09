internal import Kernel
internal import Store
internal import Vocabulary

/// Finds runs and their steps by name, with the nearest names where there is none.
enum RunLookup {
  /// The job of a run.
  static func job(of run: String, _ connection: Connection) throws -> String {
    let known = try connection.rows("SELECT run, job FROM batch_run ORDER BY started, job, number")
    if let job = known.first(where: { $0[0].text == run })?[1].text { return job }
    throw missing("run", run, in: known.compactMap { $0[0].text }, "'tower batch log' lists them")
  }

  /// What the journal says of a step of a run.
  static func step(_ step: String, of run: String, _ connection: Connection) throws -> (
    status: String, reason: String, basis: String?, key: String?
  ) {
    let rows = try connection.rows(
      "SELECT step, status, reason, basis, key FROM batch_step WHERE run = ?", [.text(run)])
    guard let row = rows.first(where: { $0[0].text == step }) else {
      throw missing(
        "step", step, in: rows.compactMap { $0[0].text }, "'tower batch log \(run)' lists them")
    }
    return (row[1].text ?? "", row[2].text ?? "", row[3].text, row[4].text)
  }

  private static func missing(_ kind: String, _ name: String, in names: [String], _ hint: String)
    -> TowerError
  {
    let near = nearest(to: name, in: names)
    return TowerError(
      .usage, "there is no \(kind) '\(name)'",
      hints: near.isEmpty ? [hint] : ["did you mean \(near.joined(separator: " or "))?"])
  }
}

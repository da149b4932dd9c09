internal import Configuration
internal import Store
internal import Vocabulary

/// What stops an import at its end: rows of others, no rows, refused rows, and less than was held.
struct ImportGuard {
  let run: ImportRun
  let session: ImportSession
  let connection: Connection

  /// Refuses the file, so that its transaction is undone.
  ///
  /// - Throws: `TowerError` that says why, and what may be done.
  func callAsFunction() throws {
    let parts = Set(session.parts.keys).union(session.replaced.keys).sorted()
    // First, because what the others say tells how much was held.
    for part in parts { try refuseRowsOfOthers(part) }
    try refuseRejects()
    guard !run.allowsShrinking else { return }
    for part in parts { try refuseShrinking(part) }
  }

  private var limits: Deployment.ImportLimits { run.invocation.tower.deployment.importLimits }

  /// Refuses to replace what the deployment may not hold, and does not say how much it is.
  private func refuseRowsOfOthers(_ part: String) throws {
    let source = try connection.first(
      """
      SELECT source_id FROM tower_source_part WHERE dataset = ?1 AND part = ?2
      UNION ALL SELECT source_id FROM tower_source_part_dropped WHERE dataset = ?1 AND part = ?2
      """, key(part))?[0].text
    guard let source else { return }
    let marking = try SourceRegister.marking(of: [source], connection)
    guard !run.invocation.tower.deployment.mayHold(marking) else { return }
    throw TowerError(
      .denied,
      "\(run.path): part '\(part)' would replace rows that are marked \(marking), which may not be "
        + "held here",
      hints: ["nothing was changed; a deployment that may hold them can replace them"])
  }

  private func refuseRejects() throws {
    let taken = session.parts.values.reduce(0, +)
    let rejected = session.rejectCount
    guard taken + rejected > 0 else {
      throw TowerError(
        .failed, "\(run.path) holds no rows", hints: session.notes + ["nothing was changed"])
    }
    let isDamaged =
      run.allowedRejects == nil && !run.importer.allowsOddRows && session.faultCount > 0
    let most = run.allowedRejects ?? Int(limits.rejected.fraction * Double(taken + rejected))
    guard taken == 0 || isDamaged || rejected > most else { return }
    let listed = session.firstFaults.map { "line \($0.line): \($0.reason)" }
    let rest = rejected - listed.count
    let limit =
      isDamaged || run.allowedRejects != nil
      ? "to take the other rows all the same, add --allow-rejects \(rejected)"
      : "at most \(limits.rejected) may be refused (imports.max_rejected)"
    throw TowerError(
      .failed,
      "\(run.path): \(rejected) of \(taken + rejected) rows are not as expected"
        + (listed.first.map { "; \($0)" } ?? ""),
      hints: listed.dropFirst() + (rest > 0 ? ["and \(rest) more"] : [])
        + ["nothing was changed" + (taken > 0 ? "; " + limit : "")])
  }

  private func refuseShrinking(_ part: String) throws {
    let rows = session.parts[part] ?? 0
    guard let before = try session.replaced[part] ?? held(part),
      Double(rows) < Double(before) * (1 - limits.shrink.fraction)
    else { return }
    throw TowerError(
      .failed, "\(run.path): part '\(part)' would shrink from \(before) to \(rows) rows",
      hints: session.shrinking + [
        "nothing was changed; more than \(limits.shrink) fewer rows stop an import "
          + "(imports.max_shrink)", "if the file is right, add --allow-shrink",
      ])
  }

  /// How many rows of a part are held, or were by an older version; nil when it is new or that is not
  /// known, which the answer then says.
  private func held(_ part: String) throws -> Int? {
    if let row = try connection.first(
      "SELECT rows FROM tower_source_part WHERE dataset = ? AND part = ?", key(part))
    {
      return row[0].integer.map(Int.init)
    }
    let dropped = try DroppedPart.all(of: run.importer.dataset, connection).first {
      $0.part == part
    }
    if let dropped, dropped.rows == nil {
      session.note(
        "part '\(part)' was held by an older version; how many rows it had is not known, so that its "
          + "size was not compared")
    }
    return dropped?.rows
  }

  private func key(_ part: String) -> [Value] { [.text(run.importer.dataset), .text(part)] }
}

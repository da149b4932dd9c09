internal import Kernel

/// How often the tables of the store were changed, as the steps of one job see it.
struct TableState: Sendable {
  private let entries: [String: [TableVersions.Entry]]
  private let job: String

  init(_ versions: [TableVersions.Entry], job: String) {
    entries = Dictionary(grouping: versions, by: \.table)
    self.job = job
  }

  /// The version of a table for a step: all transactions that changed it, without those of later
  /// steps of the job where the step itself writes the table.
  ///
  /// Two steps that write one table would else send each other round and round.
  ///
  /// - Parameter isLater: whether a step of the job, by its name, runs after the step.
  func version(of table: String, isWritten: Bool, isLater: (String) -> Bool) -> Int64 {
    (entries[table] ?? []).filter { entry in
      !isWritten || !entry.writer.hasPrefix(job + "/")
        || !isLater(String(entry.writer.dropFirst(job.count + 1)))
    }.map(\.version).reduce(0, +)
  }
}

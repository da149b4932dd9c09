internal import Kernel
internal import Vocabulary

/// What a step stands on: when none of it has changed, running the step again would change nothing.
///
/// What the command line says is known before the step runs; the tables, and whether it asked for the
/// day, are noted while it runs.
struct StepInputs: Sendable, Hashable {
  /// A table that the step read or wrote.
  struct Table: Sendable, Hashable {
    /// How many transactions had changed it.
    var version: Int64
    /// Whether the step itself wrote it: what later steps of the job write there does not count.
    var isWritten: Bool
  }

  /// The command line with its references in place.
  var command = ""
  /// The day up to which facts count; nil means all.
  var knownAt: Day?
  /// The files that it reads, with the SHA-256 of each; empty for one that is not there.
  var files: [String: String] = [:]
  /// The digest of the modules and settings.
  var environment = ""
  /// The day of the answer; nil when the step did not ask for it.
  var day: Day?
  /// The tables, by name.
  var tables: [String: Table] = [:]

  /// The SHA-256 of all of it.
  var key: String {
    Digest.of(rows.map { "\($0.kind)\u{0}\($0.name)\u{0}\($0.value)\n" }.joined())
  }
}

extension StepInputs {
  /// One thing that a step stands on, as the journal keeps it.
  struct Row: Hashable {
    let kind: String
    let name: String
    let value: String
  }

  /// All of it, in a fixed order.
  var rows: [Row] {
    var rows = [
      Row(kind: "command", name: "", value: command),
      Row(kind: "environment", name: "", value: environment),
    ]
    if let knownAt { rows.append(Row(kind: "known_at", name: "", value: knownAt.description)) }
    if let day { rows.append(Row(kind: "day", name: "", value: day.description)) }
    for (path, digest) in files.sorted(by: { $0.key < $1.key }) {
      rows.append(Row(kind: "file", name: path, value: digest))
    }
    for (name, table) in tables.sorted(by: { $0.key < $1.key }) {
      let kind = table.isWritten ? "table_written" : "table_read"
      rows.append(Row(kind: kind, name: name, value: String(table.version)))
    }
    return rows
  }

  /// Reads what the journal kept.
  init(_ rows: [Row]) {
    for row in rows {
      switch row.kind {
      case "command": command = row.value
      case "environment": environment = row.value
      case "known_at": knownAt = try? Day(row.value)
      case "day": day = try? Day(row.value)
      case "file": files[row.name] = row.value
      default:
        tables[row.name] = Table(
          version: Int64(row.value) ?? 0, isWritten: row.kind == "table_written")
      }
    }
  }
}

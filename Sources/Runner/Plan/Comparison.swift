internal import Kernel
internal import Store
internal import Vocabulary

/// Tells what a step stands on now from what it stood on, one by one.
struct Comparison {
  /// The environments that records stand on, by digest.
  let environments: [String: JobEnvironment]
  /// The environment now.
  let environment: JobEnvironment

  /// What has changed, with the old and the new value.
  func changes(from last: StepInputs, to now: StepInputs) -> [Reason] {
    var reasons: [Reason] = []
    func compare(_ subject: String, _ old: String?, _ new: String?) {
      if old != new { reasons.append(Reason(subject, old: old ?? "none", new: new ?? "none")) }
    }
    compare("command", last.command, now.command)
    compare("known-at", last.knownAt?.description, now.knownAt?.description)
    compare("day", last.day?.description, now.day?.description)
    for file in Set(last.files.keys).union(now.files.keys).sorted() {
      compare("file \(file)", last.files[file] ?? "", now.files[file] ?? "")
    }
    if last.environment != now.environment {
      let changes = environments[last.environment]?.changes(to: environment) ?? []
      reasons += changes.isEmpty ? [Reason("modules or settings")] : changes
    }
    for (table, before) in last.tables.sorted(by: { $0.key < $1.key }) {
      guard let version = now.tables[table]?.version, version != before.version else { continue }
      reasons.append(
        Reason("table \(table)", old: "version \(before.version)", new: "version \(version)"))
    }
    return reasons
  }
}

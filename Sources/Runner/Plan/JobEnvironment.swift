internal import Configuration
internal import Kernel
internal import Store
internal import Vocabulary

/// The modules and settings that every step of a run stands on.
struct JobEnvironment: Sendable, Hashable {
  /// The name of each part with its value: a module with its version, a setting with its text.
  let parts: [String: String]

  init(parts: [String: String]) { self.parts = parts }

  /// The environment of a running tower.
  init(_ tower: Tower) {
    var parts: [String: String] = [:]
    for entry in tower.registry.entries {
      let migration = entry.descriptor.migrations.last?.number ?? 0
      parts["module \(entry.identity.identifier)"] =
        "version \(entry.identity.version), migration \(migration)"
    }
    for setting in tower.deployment.values.outline() {
      parts["setting \(setting.path)"] = "\(setting.value)"
    }
    self.parts = parts
  }

  /// The SHA-256 of all parts.
  var digest: String {
    Digest.of(parts.sorted { $0.key < $1.key }.map { "\($0.key)\u{0}\($0.value)\n" }.joined())
  }

  /// What differs in a later environment, with the old and the new value.
  func changes(to other: JobEnvironment) -> [Reason] {
    Set(parts.keys).union(other.parts.keys).sorted().compactMap { name in
      let (old, new) = (parts[name], other.parts[name])
      return old == new ? nil : Reason(name, old: old ?? "not there", new: new ?? "not there")
    }
  }
}

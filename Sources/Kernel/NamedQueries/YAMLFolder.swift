public import Configuration
internal import Glibc

/// Folders of YAML files that a setting names.
public enum YAMLFolder {
  /// The files that end in `.yaml`, folder by folder, in alphabetical order.
  ///
  /// A folder that only the default names may be missing, as where the program runs elsewhere.
  ///
  /// - Parameters:
  ///   - setting: the key of a list of folders.
  ///   - values: the settings that hold the key.
  /// - Throws: `ConfigurationError` for every named folder that cannot be read.
  public static func files(in setting: String, of values: SettingValues) throws -> [String] {
    var faults: [Diagnostic] = []
    var files: [String] = []
    for (index, folder) in values.texts(setting).enumerated() {
      if let names = names(in: folder) {
        files += names.filter { $0.hasSuffix(".yaml") }.sorted().map { folder + "/" + $0 }
      } else if case .file? = values.origin(of: setting) {
        let reason = String(cString: strerror(errno))
        faults.append(
          values.fault(setting, item: index, "the folder '\(folder)' cannot be read: \(reason)"))
      }
    }
    guard faults.isEmpty else { throw ConfigurationError(diagnostics: faults) }
    return files
  }

  private static func names(in folder: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { field in
          field.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names
  }
}

internal import Glibc

/// The names of files that a typed path can become.
enum FileNames {
  static func completion(of end: LineEnd) -> Completion {
    let slash = end.text.lastIndex(of: "/").map { end.text.index(after: $0) }
    let folder = String(end.text[..<(slash ?? end.text.startIndex)])
    let prefix = end.text[(slash ?? end.text.startIndex)...]
    let names = entries(folder.isEmpty ? "." : folder).filter { name in
      name.hasPrefix(prefix) && (prefix.hasPrefix(".") || !name.hasPrefix("."))
    }
    // A folder is no end: its name goes on.
    let isFolder = names.count == 1 && names[0].hasSuffix("/")
    return Completion(
      word: end.raw, candidates: names.map { folder + $0 }.sorted(), ending: isFolder ? "" : " ")
  }

  /// The names in a folder, those of folders with a slash behind.
  private static func entries(_ folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      var status = stat()
      let isFolder = stat(folder + "/" + name, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      names.append(isFolder ? name + "/" : name)
    }
    return names
  }
}

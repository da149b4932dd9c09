internal import Glibc

extension YAML {
  /// Reads a file and the files that it extends.
  ///
  /// Mappings merge; all else of the extending file replaces that of its base. A key without a value
  /// counts as left out. Every node keeps its own place.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - key: the key that names the base file, relative to the extending one.
  /// - Throws: `ConfigurationError` for a file that cannot be read, or that extends itself.
  public static func load(path: String, extending key: String) throws(ConfigurationError) -> Node {
    try extend(load(path: path), path: path, key: key, chain: [path])
  }

  /// Merges a node of a file with the files that it extends.
  private static func extend(_ own: Node, path: String, key: String, chain: [String])
    throws(ConfigurationError) -> Node
  {
    guard case .mapping(let pairs) = own.content,
      let place = pairs.first(where: { $0.key == key })?.value,
      case .scalar(let name, _) = place.content, !name.isEmpty, !place.isNull
    else { return own }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let basePath = name.hasPrefix("/") ? name : folder + name
    do {
      let base = try extend(
        read(basePath, chain: chain, from: place), path: basePath, key: key,
        chain: chain + [basePath])
      return merge(base, own, faults: base.faults + own.faults)
    } catch {
      // The file's own faults are named in the same run; keys that the base would bring count as
      // missing then.
      return Node(own.content, at: own.place, faults: own.faults + error.diagnostics)
    }
  }

  /// Reads a base file; a circle and a file that is not there are faults of the line that names it.
  private static func read(_ path: String, chain: [String], from place: Node)
    throws(ConfigurationError) -> Node
  {
    let isCircle = chain.contains { canonical($0) == canonical(path) }
    guard !isCircle else {
      let files = (chain + [path]).joined(separator: ", ")
      throw fault(place, "the files extend each other in a circle: \(files)")
    }
    let content: [UInt8]
    do throws(UnreadableFile) {
      content = try bytes(of: path)
    } catch {
      throw fault(place, "the base file '\(path)' cannot be read: \(error.reason)")
    }
    let base = try parse(content, file: path)
    guard case .mapping = base.content else {
      throw fault(base, "a base file holds a mapping, found \(base.kind)")
    }
    return base
  }

  private static func fault(_ node: Node, _ message: String) -> ConfigurationError {
    ConfigurationError(diagnostics: [Diagnostic(node.place, message)])
  }

  /// The one name of a file that can be reached by several, or the name itself.
  private static func canonical(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func merge(_ base: Node, _ overlay: Node, faults: [Diagnostic] = []) -> Node {
    guard case .mapping(let inherited) = base.content, case .mapping(let own) = overlay.content
    else { return overlay }
    let replacing = Dictionary(own.map { ($0.key, $0) }) { first, _ in first }
    let merged = inherited.map { pair in
      guard let other = replacing[pair.key], !other.value.isNull else { return pair }
      return Node.Pair(key: pair.key, value: merge(pair.value, other.value), place: other.place)
    }
    let known = Set(inherited.map(\.key))
    let added = own.filter { !known.contains($0.key) }
    return Node(.mapping(merged + added), at: overlay.place, faults: faults)
  }
}

extension YAML {
  /// Reads a file and the files that it extends.
  ///
  /// Mappings merge; all else of the extending file replaces that of its base. Every node keeps its
  /// own place.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - key: the key that names the base file, relative to the extending one.
  /// - Throws: `ConfigurationError` for a file that cannot be read, or that extends itself.
  public static func load(path: String, extending key: String) throws(ConfigurationError) -> Node {
    try load(path: path, extending: key, seen: [])
  }

  private static func load(path: String, extending key: String, seen: [String])
    throws(ConfigurationError) -> Node
  {
    let node = try load(path: path)
    guard case .mapping(let pairs) = node.content,
      let pair = pairs.first(where: { $0.key == key }),
      case .scalar(let name, _) = pair.value.content
    else { return node }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let base = name.hasPrefix("/") ? name : folder + name
    guard !(seen + [path]).contains(base) else {
      throw ConfigurationError(diagnostics: [
        Diagnostic(
          pair.value.mark, "the files extend each other in a circle",
          sourceLine: pair.value.sourceLine)
      ])
    }
    do {
      let inherited = try load(path: base, extending: key, seen: seen + [path])
      return merge(inherited, node)
    } catch  where error.diagnostics.contains(where: { $0.message.hasPrefix("cannot be read") }) {
      throw ConfigurationError(diagnostics: [
        Diagnostic(
          pair.value.mark, "the base file '\(base)' cannot be read",
          sourceLine: pair.value.sourceLine)
      ])
    }
  }

  private static func merge(_ base: Node, _ overlay: Node) -> Node {
    guard case .mapping(let inherited) = base.content, case .mapping(let own) = overlay.content
    else { return overlay }
    let kept = inherited.map { pair in
      guard let replacing = own.first(where: { $0.key == pair.key }) else { return pair }
      return Node.Pair(
        key: pair.key, mark: replacing.mark, value: merge(pair.value, replacing.value))
    }
    let known = Set(inherited.map(\.key))
    let added = own.filter { !known.contains($0.key) }
    return Node(
      mark: overlay.mark, content: .mapping(kept + added), sourceLine: overlay.sourceLine)
  }
}

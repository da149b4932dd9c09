internal import Configuration
internal import Vocabulary

extension Deployment {
  /// The folders of named queries: the project's own, then those of the deployment.
  static let queryFolders = Field(
    "query_folders", .list(.path), default: .list([.text("config/queries")]),
    doc: "Folders of named queries, relative to the working folder, in this order.")
}

extension Tower {
  /// The named queries of the deployment, in alphabetical order.
  ///
  /// - Throws: `ConfigurationError` with every fault of every file.
  public func namedQueries() throws -> [NamedQuery] {
    let domains = (registry.entries + registry.disabled).flatMap { entry in
      entry.descriptor.domains.map(\.name)
    }
    var faults: [Diagnostic] = []
    var files: [String: String] = [:]
    var queries: [NamedQuery] = []
    for path in try YAMLFolder.files(in: Deployment.queryFolders.name, of: deployment.values) {
      guard let (query, values) = NamedQuery.read(path, domains: domains, collecting: &faults)
      else { continue }
      if let other = files.updateValue(path, forKey: query.identifier) {
        faults.append(
          values.fault("id", "'\(query.identifier)' is the identifier of \(other) as well"))
      }
      queries.append(query)
    }
    guard faults.isEmpty else { throw ConfigurationError(diagnostics: faults) }
    return queries.sorted { $0.identifier < $1.identifier }
  }

  /// The named query of an identifier.
  ///
  /// - Throws: `TowerError` with the nearest identifiers when there is none.
  public func namedQuery(_ identifier: String) throws -> NamedQuery {
    let queries = try namedQueries()
    guard let query = queries.first(where: { $0.identifier == identifier }) else {
      let near = nearest(to: identifier, in: queries.map(\.identifier))
      throw TowerError(
        .usage, "there is no named query '\(identifier)'",
        hints: near.isEmpty
          ? ["'tower ask' lists them"] : ["did you mean \(near.joined(separator: " or "))?"])
    }
    return query
  }
}

internal import Store

/// The links of all modules as one table: `SELECT * FROM links WHERE source = 'material:gallium'`.
///
/// Nothing is kept: what is asked of an end becomes a search by an index of each table that holds
/// such links.
enum LinksFunction {
  static func make(_ limits: LinkLimits) -> FunctionDescriptor {
    FunctionDescriptor(
      "links",
      doc: """
        A dated, sourced relation between two subjects, of whatever module; those that this \
        deployment may not read or hold are not among them.
        """,
      arguments: [], columns: Link.columns, estimatedRows: 1_000_000,
      searchable: ["source": 100_000, "target": 100_000, "relation": 20]
    ) { call in
      func given(_ column: String) -> [String?] {
        call.constraints.filter { $0.column == column && $0.relation == .equal }.map(\.value.text)
      }
      let (sources, targets, relations) = (given("source"), given("target"), given("relation"))
      // Nothing equals null, a number is no subject, and SQLite tests every further restriction.
      guard !(sources + targets + relations).contains(nil) else { return RowProducer([]) }
      let graph = call.memory.once {
        LinkGraph(
          call.tower, call.reader, asOf: call.asOf, knownAt: call.knownAt, limits: limits,
          isNumbered: true)
      }
      let next = graph.all(
        from: sources.first ?? nil, to: targets.first ?? nil, relation: relations.first ?? nil)
      return RowProducer(numbered: { try next().map { ($0.number, $0.link.values) } })
    }
  }
}

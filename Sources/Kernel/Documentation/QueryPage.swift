internal import Vocabulary

/// The reference of the named queries, in Markdown.
struct QueryPage {
  let queries: [NamedQuery]
  let registry: Registry

  /// The page.
  var text: String {
    let head = [
      "# Named queries",
      "Asked with `tower ask NAME --parameter name=value`; each is a file in `config/queries`.",
    ]
    return (head + queries.map(section)).joined(separator: "\n\n") + "\n"
  }

  private func section(_ query: NamedQuery) -> String {
    let modules = query.modules(in: registry).map { "`\($0)`" }.joined(separator: ", ")
    let titles = [query.title.english, query.title.korean].compactMap { $0 }
    var parts = [
      "## `\(query.identifier)`", titles.joined(separator: " · "),
      ReferencePage.escaped(query.doc.english), "It joins \(modules).",
    ]
    if !query.parameters.isEmpty {
      parts.append(
        MarkdownRows(["parameter", "default", "what it is"]).text(
          query.parameters.map {
            ["`\($0.usageInQuery)`", $0.defaultText.map { "`\($0)`" } ?? "", $0.doc]
          }))
    }
    if !query.columns.isEmpty {
      parts.append(
        MarkdownRows(["column", "title", "unit", "what it is"]).text(
          query.columns.map { ["`\($0.name)`", $0.title.english, $0.unit ?? "", $0.doc] }))
    }
    return parts.joined(separator: "\n\n")
  }
}

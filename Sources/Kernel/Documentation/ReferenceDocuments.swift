internal import Configuration
internal import Vocabulary

/// The reference of every installed module, as files of Markdown.
///
/// It is made from the descriptors alone, so that the same registry gives the same bytes.
public struct ReferenceDocuments {
  /// The names of the files and their text, in alphabetical order of the name.
  public let files: [(name: String, text: String)]

  /// Makes the reference of the modules of a registry, those that are switched off included.
  public init(_ registry: Registry, queries: [NamedQuery]) {
    let pages = (registry.entries + registry.disabled)
      .sorted { $0.identity.identifier < $1.identity.identifier }.map(ReferencePage.init)
    let index =
      ([
        "# Reference",
        """
        Everything that the installed modules declare, made by `tower docs --out docs/reference`; a test \
        fails when it is out of date. In a running deployment the same is in the tables `tower_modules`, \
        `tower_tables`, `tower_columns`, `tower_functions`, `tower_arguments`, `tower_commands`, \
        `tower_parameters`, `tower_indicators`, `tower_settings` and `tower_queries`; [queries.md](queries.md) has \
        the named queries.
        """,
        MarkdownRows(["module", "what it brings"]).text([]) + "\n"
          + pages.map(\.line).joined(separator: "\n"),
        "## Options of every command",
        MarkdownRows(["option", "default", "what it is"]).text(
          (GlobalOptions.parameters + [GlobalOptions.out]).map {
            ["`\($0.usage)`", $0.defaultText.map { "`\($0)`" } ?? "", $0.doc]
          }),
        "## What a question may take",
        MarkdownRows(["setting", "value", "default", "what it is"]).text(
          QuestionLimits.schema.fields.map {
            [
              "`questions.\($0.name)`", $0.type.expectation,
              $0.defaultValue.map { "`\($0.written)`" } ?? "", $0.doc,
            ]
          }),
      ]).joined(separator: "\n\n") + "\n"
    let named = QueryPage(queries: queries, registry: registry)
    files =
      ([("index.md", index), ("queries.md", named.text)] + pages.map { ($0.file, $0.text) })
      .sorted { $0.0 < $1.0 }
  }
}

extension Registry {
  /// The same modules with their default settings, all of them switched on.
  func withDefaults() throws -> Registry {
    try Registry((entries + disabled).map { type(of: $0.module) })
  }
}

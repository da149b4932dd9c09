internal import Store
internal import Vocabulary

/// The command `docs`.
enum DocsCommand {
  static let command: Command = Command(
    "docs", summary: "Writes the reference of every module as files of Markdown.",
    discussion: """
      One page a module with its commands, tables, functions, indicators and settings, and an index; all
      from the declarations, so that nothing can drift. It shows the modules with their default settings,
      whatever the deployment; files of the same names are replaced.
      """,
    parameters: [Parameter("out", .path, .required, doc: "The folder to write to.")],
    columns: [Column("file", .text, doc: "A file that was written.")],
    effect: .none, examples: ["docs --out docs/reference"]
  ) { invocation in
    let folder = invocation.arguments.text("out")
    try WrittenFile.makeFolder(folder)
    let tower = invocation.tower
    let files = ReferenceDocuments(
      try tower.registry.withDefaults(), queries: try tower.namedQueries()
    ).files
    for file in files { try WrittenFile.write(file.text, to: folder + "/" + file.name) }
    return CommandResult(
      columns: command.columns, rows: files.map { [.text(folder + "/" + $0.name)] })
  }
}

internal import Kernel
internal import Store
internal import Vocabulary

/// The command `trade delta`.
enum DeltaCommand {
  static let command = Command(
    "trade delta", summary: "Tells what changed in a list between two of its versions.",
    discussion: """
      Entries are added, removed, renamed or changed otherwise. An entry is renamed when the words of
      its primary name are others, whatever their order, case and punctuation; it is changed when it
      says something else beside that, and the column `what` names the parts. A version is named by its
      name, the beginning of it, or a day, which means the last one published by then; `trade lists
      --versions` shows them. Where the two files have different layouts, a part that only one of them
      prints counts as changed.
      """,
    parameters: [
      .positional("list", .text, doc: "The list, such as ofac-sdn."),
      Parameter("from", .text, .required, doc: "The version before."),
      Parameter("to", .text, doc: "The version after; the one in force when left out."),
      Parameter(
        "change", .choice(ListDelta.Change.Kind.allCases.map(\.rawValue)), isRepeated: true,
        doc: "Only these kinds of change."),
    ],
    columns: columns,
    examples: ["trade delta ofac-sdn --from 2021-07 --to 2024-05-07 --change renamed"]
  ) { invocation in
    try invocation.tower.read { try answer(invocation.arguments, $0) }
  }

  private static let columns = [
    Column("entity_id", .text, doc: "The identifier of the entry within the list."),
    Column("change", .text, doc: "added, removed, renamed or changed."),
    Column("name", .text, doc: "The primary name, after the change where there is one."),
    Column("name_before", .text, doc: "The primary name before; null for an added entry."),
    Column("what", .text, doc: "The parts of the entry that differ."),
  ]

  private static func answer(_ arguments: Arguments, _ connection: Connection) throws
    -> CommandResult
  {
    let list = arguments.text("list")
    let from = try KeptVersion.named(arguments.text("from"), of: list, connection)
    let to =
      try arguments.optionalText("to").map { try KeptVersion.named($0, of: list, connection) }
      ?? KeptVersion.inForce(list, connection)
    guard let to else {
      throw TowerError(.failed, "cannot tell: no version of \(list) is in force")
    }
    let delta = try ListDelta(from: from, to: to, connection)
    let kinds = Set(arguments.texts("change"))
    let shown = delta.changes.filter { kinds.isEmpty || kinds.contains($0.kind.rawValue) }
    let counts = ListDelta.Change.Kind.allCases.map { kind in
      "\(delta.changes.count { $0.kind == kind }) \(kind.rawValue)"
    }
    var notes = [
      "\(list) of \(from.version) (\(from.entries) entries) against \(to.version) "
        + "(\(to.entries) entries): " + counts.joined(separator: ", ")
    ]
    if from.layout != to.layout {
      notes.append(
        "the files have different layouts (\(from.layout), \(to.layout)): what only one of them "
          + "prints counts as changed")
    }
    let sources = [from.source, to.source]
    return CommandResult(
      columns: columns, rows: shown.map(row), notes: notes, sources: sources,
      marking: try SourceRegister.marking(of: sources, connection))
  }

  private static func row(_ change: ListDelta.Change) -> [Value] {
    [
      .text(change.entry), .text(change.kind.rawValue),
      .text((change.after ?? change.before)?.primaryName ?? ""),
      change.after == nil ? .null : Value(change.before?.primaryName),
      change.facets.isEmpty ? .null : .text(change.facets.joined(separator: ", ")),
    ]
  }
}

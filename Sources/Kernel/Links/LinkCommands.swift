internal import Store
internal import Vocabulary

/// The commands that walk over links.
enum LinkCommands {
  static func all(_ limits: LinkLimits) -> [Command] {
    [relations, neighbours(limits), path(limits), common(limits), ShowCommand.make(limits)]
  }

  private static let discussion = """
    A subject is kind:id, such as material:gallium, or any name of it in any language. Links hold on \
    the day of --as-of; they are walked either way.
    """

  private static let relations: Command = Command(
    "links", summary: "Lists the relations between subjects that the modules hold.",
    columns: [
      Column("relation", .text, doc: "The relation."),
      Column("source", .text, doc: "The kind of subject it leads from."),
      Column("target", .text, doc: "The kind it leads to."),
      Column(
        "table", .text, doc: "The table or function that holds it; null for the configuration."),
      Column("module", .text, doc: "The module that owns it."),
      Column("doc", .text, doc: "What it is."),
    ], effect: .none, examples: ["links"]
  ) { invocation in
    let rows = invocation.tower.registry.entries.flatMap { entry in
      entry.descriptor.links.map { link -> [Value] in
        [
          .text(link.relation), .text(link.source.kind), .text(link.target.kind),
          Value(link.table), .text(entry.identity.identifier), .text(link.doc),
        ]
      }
    }
    return CommandResult(columns: relations.columns, rows: rows)
  }

  private static func neighbours(_ limits: LinkLimits) -> Command {
    let shape = WalkQuestion.Shape.neighbours(of: "", depth: 1)
    return Command(
      "neighbours", summary: "Shows what is linked with a subject, in all modules.",
      discussion: discussion,
      parameters: [
        .positional("subject", .subjectName, doc: "The subject."),
        Parameter(
          "depth", .integer(1...Int(Int32.max)), .defaulted("1"), doc: "How many links away."),
        Parameter("relation", .text, doc: "The one relation that is followed."),
      ], columns: shape.columns + Link.columns, examples: ["neighbours gallium --depth 2"]
    ) { invocation in
      let arguments = invocation.arguments
      return try answer(
        invocation,
        .neighbours(of: arguments.text("subject"), depth: arguments.integer("depth")),
        relation: arguments.optionalText("relation"), limits)
    }
  }

  private static func path(_ limits: LinkLimits) -> Command {
    let shape = WalkQuestion.Shape.path(from: "", to: "", maximum: 1)
    return Command(
      "path", summary: "Shows how two subjects hang together: the shortest paths, link by link.",
      discussion: discussion,
      parameters: [
        .positional("from", .subjectName, doc: "One end."),
        .positional("to", .subjectName, doc: "The other end."),
        Parameter(
          "max", .integer(1...Int(Int32.max)), .defaulted("\(WalkQuestion.usualMaximum)"),
          doc: "How many links a path has at most."),
      ], columns: shape.columns + Link.columns, examples: ["path gallium technology:dram-memory"]
    ) { invocation in
      let arguments = invocation.arguments
      return try answer(
        invocation,
        .path(
          from: arguments.text("from"), to: arguments.text("to"),
          maximum: arguments.integer("max")), limits)
    }
  }

  private static func common(_ limits: LinkLimits) -> Command {
    let shape = WalkQuestion.Shape.common("", "")
    return Command(
      "common", summary: "Shows what two subjects are both linked with.", discussion: discussion,
      parameters: [
        .positional("first", .subjectName, doc: "One subject."),
        .positional("second", .subjectName, doc: "The other subject."),
      ], columns: shape.columns + Link.columns, examples: ["common gallium germanium"]
    ) { invocation in
      let arguments = invocation.arguments
      return try answer(
        invocation, .common(arguments.text("first"), arguments.text("second")), limits)
    }
  }

  private static func answer(
    _ invocation: Invocation, _ shape: WalkQuestion.Shape, relation: String? = nil,
    _ limits: LinkLimits
  ) throws -> CommandResult {
    let question = WalkQuestion(
      shape: shape, relation: relation, asOf: invocation.asOf, knownAt: invocation.knownAt,
      limits: limits)
    return try invocation.tower.read { connection in
      let answer = try question.answer(invocation.tower, connection)
      return CommandResult(
        columns: shape.columns + Link.columns, rows: answer.rows, notes: answer.notes,
        sources: answer.sources,
        marking: try SourceRegister.marking(of: answer.sources, connection))
    }
  }
}

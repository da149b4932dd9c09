internal import Kernel
internal import MeasureStatus
internal import Store
internal import Vocabulary

/// The command `trade restricted`.
enum RestrictedCommand {
  static let command = Command(
    "trade restricted",
    summary: "Tells whether a measure restricts a product on its way, on a day.",
    discussion: """
      The answer is yes, no, or cannot_tell with what is missing. 'no' says only that no measure of the
      register restricts it; it is not clearance. A code that a measure covers in part needs --material
      or --control-code to be decided.
      """,
    parameters: [
      Parameter("product", .product, .required, doc: "The product."),
      Parameter("origin", .entity(domain: "country"), .required, doc: "Where it comes from."),
      Parameter("destination", .entity(domain: "country"), .required, doc: "Where it goes."),
      Parameter(
        "material", .entity(domain: TradeMaterials.domain.name), isRepeated: true,
        doc: "What it is made of, such as dysprosium."),
      Parameter("control-code", .text, doc: "Its code in the control list of the origin."),
      Parameter("party", .text, doc: "Who receives it."),
    ],
    columns: columns,
    examples: ["trade restricted --product hs92/811000 --origin CHN --destination KOR"]
  ) { invocation in
    let arguments = invocation.arguments
    return try invocation.tower.read { connection in
      let measures = try StoredMeasures.load(on: invocation.asOf, connection)
      guard !measures.isEmpty else {
        throw TowerError(
          .failed, "cannot tell: the register of measures is empty",
          hints: ["tower import measures config/measures/*.yaml"])
      }
      let party = arguments.optionalText("party")
      let question = TradeQuestion(
        product: arguments.product("product"), origin: arguments.text("origin"),
        destination: arguments.text("destination"),
        materials: arguments.texts("material").flatMap(TradeMaterials.members),
        controlCode: arguments.optionalText("control-code"),
        party: party.map(PartyNames(measures).asListed))
      let finding = MeasureRegister(measures.map(\.measure)).restricts(
        question, on: invocation.asOf, knownAt: invocation.knownAt)
      let sources = Set(measures.map(\.source)).sorted()
      return CommandResult(
        tables: tables(finding), notes: notes(finding, measures.count), sources: sources,
        marking: try SourceRegister.marking(of: sources, connection))
    }
  }

  private static let columns = [
    Column("answer", .text, doc: "yes, no or cannot_tell."),
    Column("missing", .text, doc: "What is missing."),
  ]

  private static func tables(_ finding: RegisterFinding) -> [ResultTable] {
    let steps = finding.measures.flatMap { measure in
      measure.result.steps.map { step -> [Value] in
        [
          .text(measure.identifier), .text(measure.result.answer.name),
          .text(step.finding.english), .text(step.citation),
        ]
      }
    }
    return [
      ResultTable(
        columns: columns,
        rows: [
          [
            .text(finding.answer.name),
            finding.answer.missing.isEmpty
              ? .null : .text(finding.answer.missing.joined(separator: "; ")),
          ]
        ]),
      ResultTable(
        title: "\nSteps",
        columns: [
          Column("measure", .text, doc: "The measure."),
          Column("answer", .text, doc: "What it says by itself."),
          Column("step", .text, doc: "The step."), Column("citation", .text, doc: "Its citation."),
        ], rows: steps),
    ]
  }

  private static func notes(_ finding: RegisterFinding, _ count: Int) -> [String] {
    var notes: [String] = []
    if finding.answer == .no {
      notes.append("none of the \(count) measures on record restricts it; that is not clearance")
    }
    if !finding.partyListings.isEmpty {
      notes.append(
        "\(finding.partyListings.count) measures name parties; add --party to ask them too")
    }
    return notes
  }
}

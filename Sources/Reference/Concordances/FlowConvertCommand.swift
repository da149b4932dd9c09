internal import Concordance
internal import Kernel
internal import Store
internal import Vocabulary

/// The command `flow convert`.
enum FlowConvertCommand {
  static let command = Command(
    "flow convert",
    summary: "Gives the flows of years in another edition of the product codes, and the residual.",
    discussion: """
      Each flow goes to the counterparts of its product by the weights of 'product convert', value and
      quantity alike; flows that meet in one product between two countries are summed. A sum with an
      unknown quantity is unknown. Of a group, trade among its members is left out. The second table,
      left out of csv and ndjson, is the residual: products without counterpart with what they hold,
      and products of the new edition that nothing maps to. Values of both sum to those recorded.
      """,
    parameters: [
      Parameter(
        "from", .choice(ProductCode.editions), .required, doc: "The edition of the flows held."),
      Parameter(
        "to", .choice(ProductCode.editions), .required, doc: "The edition that is wanted."),
      Parameter("year", .years(1962...2100), .required, doc: "The year of the flows, or years."),
      Parameter(
        "importer", .entity(domain: "importer", extra: ["all"]), .defaulted("all"),
        doc: "A country, a group such as EU27, or 'all' for every country."),
      Parameter(
        "weights", .choice(ChosenWeights.choices),
        doc: "How a code is divided; by trade where flows are held, else equally, when left out."),
    ],
    columns: columns,
    examples: ["flow convert --from hs92 --to hs22 --year 2023 --importer KOR"]
  ) { invocation in
    let arguments = invocation.arguments
    return try invocation.tower.read { connection in
      let concordance = try HeldConcordance(
        from: arguments.text("from"), to: arguments.text("to"), connection)
      let years = try heldYears(arguments.years("year"), edition: concordance.from, connection)
      var told = Told()
      try invocation.answer.write(columns) { table in
        for year in years.held {
          let converted = try ConvertedFlows(
            year: year, importer: arguments.text("importer"),
            weights: arguments.optionalText("weights"), concordance, connection)
          try converted.forEachRow(edition: concordance.to, table.append)
          told.take(converted, concordance)
        }
      }
      return try result(told, notHeld: years.missing, concordance, connection)
    }
  }

  private static let columns = [
    Column("year", .integer, doc: "The year."),
    Column("importer", .country, doc: "Who imported."),
    Column("exporter", .country, doc: "Who exported."),
    Column("product", .product, doc: "The product in the new edition."),
    Column("value", .real, unit: "kUSD", doc: "The value."),
    Column("quantity", .real, unit: "t", doc: "The quantity; null when a part is not known."),
  ]

  private static let residualColumns = [
    Column("year", .integer, doc: "The year."),
    Column("product", .product, doc: "The code that stays alone."),
    Column("reason", .text, doc: "Why it does."),
    Column("value", .real, unit: "kUSD", doc: "What its flows are worth."),
    Column("quantity", .real, unit: "t", doc: "Their quantity; null when a part is not known."),
    Column("flows", .integer, doc: "How many flows it has."),
  ]

  private static func heldYears(
    _ asked: ClosedRange<Int>, edition: String, _ connection: Connection
  ) throws -> (held: [Int], missing: [Int]) {
    let held = try TradeFlows.years(edition: edition, connection)
    let found = held.filter(asked.contains)
    guard !found.isEmpty else {
      let list = held.isEmpty ? "none" : held.map(String.init).joined(separator: ", ")
      let wanted =
        asked.count == 1 ? "\(asked.lowerBound)" : "\(asked.lowerBound)..\(asked.upperBound)"
      throw TowerError(
        .failed, "cannot tell: the store holds no flows of \(edition) for \(wanted)",
        hints: ["years held: \(list)", "tower import baci FILE brings more"])
    }
    return (found, asked.filter { !found.contains($0) })
  }

  /// What is told of the years beside their flows.
  private struct Told {
    var residual: [[Value]] = []
    var notes: [String] = []
    var sources: Set<String> = []

    mutating func take(_ year: ConvertedFlows, _ concordance: HeldConcordance) {
      residual += FlowConvertCommand.residual(year, concordance)
      notes += FlowConvertCommand.notes(year, concordance)
      sources.formUnion(year.sources)
    }
  }

  private static func result(
    _ told: Told, notHeld: [Int], _ concordance: HeldConcordance, _ connection: Connection
  ) throws -> CommandResult {
    let sources = told.sources.union(concordance.sources).sorted()
    let (unreached, unreachedNotes) = try concordance.unreached(connection)
    var notes = concordance.notes
    if !notHeld.isEmpty {
      notes.append(
        "the store holds no flows of \(concordance.from) for "
          + notHeld.map(String.init).joined(separator: ", "))
    }
    return CommandResult(
      tables: [
        ResultTable(
          title: "\nThe residual", columns: residualColumns,
          rows: told.residual
            + unreached.map { code in
              [
                .null, .text("\(concordance.to)/\(code)"),
                .text("nothing of \(concordance.from) maps to it"), .null, .null, .null,
              ]
            })
      ], notes: notes + told.notes + unreachedNotes, sources: sources,
      marking: try SourceRegister.marking(of: sources, connection))
  }

  private static func residual(_ year: ConvertedFlows, _ concordance: HeldConcordance) -> [[Value]]
  {
    year.conversion.residual.map { entry in
      [
        Value(year.year), .text("\(concordance.from)/\(entry.source)"),
        .text("no counterpart in \(concordance.to) in the tables held"), .real(entry.value),
        entry.quantity.isNaN ? .null : .real(entry.quantity), Value(entry.count),
      ]
    }
  }

  private static func notes(_ year: ConvertedFlows, _ concordance: HeldConcordance) -> [String] {
    let lost = year.conversion.residual.reduce(0) { $0 + $1.value }
    let share = year.given > 0 ? lost / year.given : 0
    let codes = year.conversion.residual.map(\.source)
    let residual =
      codes.isEmpty
      ? "every product has a counterpart"
      : "no counterpart in \(concordance.to): products with "
        + "\(StatementNumber.dollars(thousands: lost).english), "
        + "\(StatementNumber.percent(share).english) of "
        + "\(StatementNumber.dollars(thousands: year.given).english) (\(codes.listed()))"
    return (year.chosen.notes(year.codes, by: concordance) + [residual]).map {
      "\(year.year): \($0)"
    }
  }
}

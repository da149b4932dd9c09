internal import Dependence
internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// The command `supply dependence`.
enum DependenceCommand {
  static func make(_ thresholds: DependenceThresholds) -> Command {
    Command(
      "supply dependence",
      summary: "Tells on which products an importer depends, and whom it depends on.",
      discussion: """
        CEPII's GeoDep criteria: c1 imports are concentrated (HHI), c2 world exports are concentrated,
        c3 more is imported than exported, c4 c1 to c3 held together in two of the last three years.
        A group has the European Commission's core indicators too (SWD(2021) 352): cdi1 HHI of the
        imports from outside, cdi2 their share of all imports, cdi3 over all exports of its members.
        Where nothing is exported the ratio is written 9999, as CEPII does. c4 is left blank where
        the store lacks one of the two years before.
        """,
      parameters: [
        Parameter(
          "importer", .entity(domain: "importer", extra: ["all"]), .required,
          doc: "A country, a group such as EU27, or 'all' for every country."),
        Parameter("year", .integer(1962...2100), .required, doc: "The year of the flows."),
        Parameter(
          "edition", .choice(ProductCode.editions), .defaulted("hs92"),
          doc: "The edition of the product codes."),
        Parameter("product", .product, doc: "One product only."),
      ],
      columns: columns,
      examples: [
        "supply dependence --importer KOR --year 2023",
        "supply dependence --importer EU27 --year 2023",
      ]
    ) { invocation in
      try answer(invocation, thresholds)
    }
  }

  private static let columns = [
    Column("importer", .country, doc: "The importer."),
    Column("product", .product, doc: "The product."),
    Column("year", .integer, doc: "The year."),
    Column("imports", .real, unit: "kUSD", doc: "Imports; of a group, from outside it."),
    Column("suppliers", .integer, doc: "How many countries supply it."),
    Column("hhi_imports", .real, doc: "The Herfindahl-Hirschman index of imports over suppliers."),
    Column("top_share", .real, doc: "The share of the largest supplier, 0 to 1."),
    Column("top_supplier", .country, doc: "The largest supplier."),
    Column("hhi_world_exports", .real, doc: "The index of world exports over exporters."),
    Column("exports", .real, unit: "kUSD", doc: "Exports; of a group, of all its members."),
    Column("import_export_ratio", .real, doc: "Imports over exports; 9999 without exports."),
    Column("c1", .flag, doc: "Imports are concentrated."),
    Column("c2", .flag, doc: "World exports are concentrated."),
    Column("c3", .flag, doc: "More is imported than exported."),
    Column("c4", .flag, doc: "c1 to c3 held together in two of three years; null when not known."),
    Column("cdi1", .real, doc: "Of a group: the index of imports from outside."),
    Column("cdi2", .real, doc: "Of a group: the share of imports that comes from outside."),
    Column("cdi3", .real, doc: "Of a group: imports from outside over exports."),
  ]

  private static func answer(_ invocation: Invocation, _ thresholds: DependenceThresholds) throws
    -> CommandResult
  {
    let arguments = invocation.arguments
    let edition = arguments.text("edition")
    let year = arguments.integer("year")
    let wanted = arguments.optionalProduct("product")
    if let wanted, wanted.edition != edition {
      throw TowerError(
        .usage, "--product is of \(wanted.edition), the flows of \(edition)",
        hints: ["add --edition \(wanted.edition)"])
    }
    return try invocation.tower.read { connection in
      let held = try TradeFlows.years(edition: edition, connection)
      guard held.contains(year) else {
        let list = held.isEmpty ? "none" : held.map(String.init).joined(separator: ", ")
        throw TowerError(
          .failed, "cannot tell: the store holds no flows of \(edition) for \(year)",
          hints: ["years held: \(list)", "tower import baci FILE brings more"])
      }
      let window = [year - 2, year - 1, year].filter(held.contains)
      let results = try window.map {
        try DependenceYear(
          edition: edition, year: $0, importer: arguments.text("importer"), connection)
      }
      guard let current = results.last else { return CommandResult() }
      let rows = current.rows.filter { row in
        wanted.map { $0.contains(current.code(row, edition)) } ?? true
      }
      var notes: [String] = []
      if window.count < 3 {
        notes.append("c4 cannot be told: it needs the flows of \(year - 2) and \(year - 1) as well")
      }
      if rows.isEmpty { notes.append("no imports are recorded; that does not mean there are none") }
      return CommandResult(
        columns: columns,
        rows: rows.map { row in
          let earlier =
            window.count == 3 ? results.map { $0.meetsAll(current.key(row), thresholds) } : []
          return current.values(row, edition, thresholds, earlier: earlier)
        },
        notes: notes,
        sources: try TradeFlows.sources(edition: edition, years: window, connection))
    }
  }
}

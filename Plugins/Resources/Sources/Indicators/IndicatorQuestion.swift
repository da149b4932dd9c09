internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// The importers, years and material that an indicator is asked for.
struct IndicatorQuestion {
  /// Countries and groups, or `all` for every country that traded or produced a material.
  let importers: [String]
  let years: ClosedRange<Int>
  /// One material only; nil for all of them.
  let material: String?
  /// How many draws each interval stands on; 0 for none.
  let draws: Int
  /// What the draws start from.
  let seed: Int

  static let parameters = [
    Parameter(
      "importer", .entity(domain: "importer", extra: ["all"]), .required, isRepeated: true,
      doc: "A country, a group such as EU27, or 'all' for every country."),
    Parameter("year", .years(1962...2100), .required, doc: "A year, or a range: 2020..2023."),
    Parameter("material", .entity(domain: "material"), doc: "One material only."),
  ]

  static let drawParameters = [
    Parameter("draws", .integer(0...100_000), doc: "How many draws; else as configured."),
    Parameter("seed", .integer(0...Int.max), doc: "The seed of the draws; else as configured."),
  ]

  /// The question of a command.
  init(_ arguments: Arguments, isDrawn: Bool, _ settings: ResourcesSettings) {
    importers = arguments.texts("importer")
    years = arguments.years("year")
    material = arguments.optionalText("material")
    draws = isDrawn ? arguments.optionalInteger("draws") ?? settings.draws : 0
    seed = isDrawn ? arguments.optionalInteger("seed") ?? settings.seed : 0
  }

  static let arguments: [FunctionDescriptor.Argument] = [
    .required(
      "of_importer", .text,
      doc: "A country, a group such as EU27, several separated by commas, or 'all'."),
    .required("in_year", .integer, doc: "The year, or the first of several."),
    .optional("to_year", .integer, doc: "The last year; in_year unless said."),
  ]

  /// The question of a table function.
  ///
  /// - Throws: `TowerError` for an importer that the store does not know, or years that run back.
  init(_ call: FunctionCall, isDrawn: Bool, _ settings: ResourcesSettings) throws {
    importers = try call.text("of_importer").split(separator: ",").map {
      String($0.filter { $0 != " " })
    }
    let first = try call.integer("in_year")
    let last = try call.optionalInteger("to_year") ?? first
    guard first <= last else {
      throw TowerError(.usage, "to_year, \(last), is before in_year, \(first)")
    }
    years = first...last
    material = nil
    draws = isDrawn ? settings.draws : 0
    seed = settings.seed
    let known =
      try ["all"] + Countries.identifiers(call.reader) + Countries.groups(call.reader)
    let unknown = importers.filter { !known.contains($0) }
    guard unknown.isEmpty else {
      throw TowerError(
        .usage,
        unknown.map { "'\($0)' is not an importer that the store knows" }.joined(separator: "\n"),
        hints: unknown.flatMap { nearest(to: $0, in: known, limit: 1) }.map {
          "did you mean \($0)?"
        })
    }
    guard !importers.isEmpty else { throw TowerError(.usage, "of_importer names no importer") }
  }

  /// Gives the facts of each year with those of each importer in it, read once a year.
  ///
  /// - Parameter before: how many years before the first are given as well, where they are held.
  /// - Returns: what the reader must know of the years and importers left out.
  /// - Throws: `TowerError` when the store holds flows of none of the years.
  func forEachYear(
    _ settings: ResourcesSettings, before: Int = 0, _ connection: Connection,
    _ body: (ResourcesYear, [CriticalityYear]) throws -> Void
  ) throws -> [String] {
    let held = Set(try TradeYear.heldYears(Materials.all(connection), connection))
    guard years.contains(where: held.contains) else {
      let span =
        years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound) to \(years.upperBound)"
      let list = held.isEmpty ? "none" : held.sorted().map(String.init).joined(separator: ", ")
      throw TowerError(
        .failed, "cannot tell: the store holds no flows for \(span)",
        hints: ["years held: \(list)", "tower import baci FILE brings more"])
    }
    for year in years.lowerBound - before...years.upperBound where held.contains(year) {
      let facts = try ResourcesYear(year: year, settings: settings, connection)
      try body(facts, try importers(facts, connection))
    }
    return notes(held)
  }

  private func notes(_ held: Set<Int>) -> [String] {
    let missing = years.filter { !held.contains($0) }.map(String.init).joined(separator: ", ")
    var notes = missing.isEmpty ? [] : ["cannot tell for \(missing): the store holds no flows"]
    if isOfAll {
      notes.append("a country that neither traded nor produced any of the materials has no row")
    }
    return notes
  }

  /// What to know of the intervals; nothing without any.
  var drawNotes: [String] {
    draws > 0
      ? ["intervals are the 5th to 95th percentile of \(draws) draws, seed \(seed)"] : []
  }

  /// The last cells of a row with draws.
  var drawValues: [Value] { draws > 0 ? [Value(draws), Value(seed)] : [.null, .null] }

  static let drawColumns = [
    Column("draws", .integer, doc: "How many draws the intervals stand on; null without."),
    Column("seed", .integer, doc: "The seed of the draws."),
  ]

  /// Whether every country is asked for.
  var isOfAll: Bool { importers.contains("all") }

  /// Whether rows are wanted for a material.
  func isWanted(_ material: Material) -> Bool {
    self.material.map { $0 == material.identifier } ?? true
  }

  private func importers(_ facts: ResourcesYear, _ connection: Connection) throws
    -> [CriticalityYear]
  {
    guard !isOfAll else {
      return facts.participants.map { CriticalityYear(importer: $0, members: [], facts: facts) }
    }
    return try importers.map { importer in
      let members = try Countries.members(
        of: importer, on: Day("\(facts.year)-12-31"), connection)
      return CriticalityYear(importer: importer, members: members, facts: facts)
    }
  }
}

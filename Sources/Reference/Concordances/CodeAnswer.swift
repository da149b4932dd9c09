internal import Concordance
internal import Kernel
internal import Store
internal import Vocabulary

/// Codes of one edition in another: the answer of the command and of the function.
struct CodeAnswer {
  let concordance: HeldConcordance
  let chosen: ChosenWeights
  let conversion: CodeConversion
  private let entries: [CodeConversion.Entry]
  private let known: Set<String>?

  /// Converts entries.
  ///
  /// - Parameters:
  ///   - weights: how they are asked for; nil for what the store allows.
  ///   - year: the year of trade to weigh by.
  /// - Throws: `TowerError` when no concordance leads there, or no flows are there to weigh by.
  init(
    _ entries: [CodeConversion.Entry], from: String, to: String, weights: String?, year: Int?,
    _ connection: Connection
  ) throws {
    concordance = try HeldConcordance(from: from, to: to, connection)
    // A few codes need the trade of a few products; a long list needs a year's as a whole.
    let targets = entries.count > 100 ? nil : entries.flatMap(concordance.counterparts)
    chosen = try ChosenWeights(weights, year: year, targets: targets, concordance, connection)
    conversion = CodeConversion(
      entries, by: concordance.relation, weights: chosen.weights, families: concordance.families)
    self.entries = entries
    known = try Products.subheadings(of: from, connection)
  }

  /// The codes of six digits that a product of an edition stands for: itself, or all of its heading
  /// that the concordance or the table of products knows.
  ///
  /// - Throws: `TowerError` for a code of more than six digits.
  static func entries(_ product: ProductCode, to: String, _ connection: Connection) throws
    -> [CodeConversion.Entry]
  {
    let length = product.digits.utf8.count
    guard length <= 6 else {
      throw TowerError(
        .usage, "\(product) has more than six digits; concordances between editions end there",
        hints: ["ask for \(product.edition)/\(product.digits.prefix(6))"])
    }
    if length == 6 { return [CodeConversion.Entry(product.digits)] }
    let concordance = try HeldConcordance(from: product.edition, to: to, connection)
    let held = try Products.subheadings(of: product.edition, connection) ?? []
    let codes = held.union(concordance.relation.sources).filter { $0.hasPrefix(product.digits) }
    // A heading that nothing stands under has a row that says so, as a code without counterpart.
    guard !codes.isEmpty else { return [CodeConversion.Entry(product.digits)] }
    return codes.sorted().map { CodeConversion.Entry($0) }
  }

  /// A row for each code and counterpart; a code without one has a row without counterpart.
  func rows(_ connection: Connection) throws -> [[Value]] {
    let converted = Dictionary(grouping: conversion.rows, by: \.source)
    return try entries.flatMap { entry in
      guard let rows = converted[entry.source] else { return [missingRow(entry)] }
      return try rows.map { try values($0, connection) }
    }
  }

  /// Why a code has no counterpart.
  func reason(_ code: String) -> String {
    if let known, !known.contains(code) {
      return "not a product of \(concordance.from) that is held"
    }
    return "no counterpart in \(concordance.to) in the tables held"
  }

  /// What the reader must know beside the rows.
  var notes: [String] {
    concordance.notes + chosen.notes(conversion, by: concordance) + residualNotes
  }

  var sources: [String] { Set(concordance.sources + chosen.sources).sorted() }

  static let columns = [
    Column("from_product", .product, doc: "The code that was given."),
    Column("to_product", .product, doc: "Its counterpart; null when it has none."),
    Column("kind", .text, doc: "1:1, 1:n, n:1 or n:m, as its family is; none without counterpart."),
    Column("weight", .real, doc: "The share that goes to this counterpart, 0 to 1."),
    Column(
      "basis", .text,
      doc: "What the weight rests on: only (one counterpart), trade, or equal."),
    Column("value", .real, doc: "The value times the weight, in the unit given."),
    Column("title", .text, doc: "What the counterpart is; why there is none."),
  ]

  private func values(_ row: CodeConversion.Row, _ connection: Connection) throws -> [Value] {
    let title = try (try? ProductCode(edition: concordance.to, digits: row.target)).flatMap {
      try Products.title(of: $0, connection)
    }
    return [
      .text("\(concordance.from)/\(row.source)"), .text("\(concordance.to)/\(row.target)"),
      .text(row.kind.rawValue), .real(row.weight), .text(row.basis.word), Value(row.value),
      Value(title?.english),
    ]
  }

  private func missingRow(_ entry: CodeConversion.Entry) -> [Value] {
    [
      .text("\(concordance.from)/\(entry.source)"), .null, .text("none"), .null, .null,
      Value(entry.value), .text(reason(entry.source)),
    ]
  }

  private var residualNotes: [String] {
    guard !conversion.residual.isEmpty else { return [] }
    let codes = conversion.residual.map(\.source)
    var note =
      "no counterpart in \(concordance.to): \(codes.count) of \(entries.count) codes "
      + "(\(codes.listed()))"
    let total = entries.compactMap(\.value).reduce(0, +)
    let lost = conversion.residual.compactMap(\.value).reduce(0, +)
    if total > 0 {
      note +=
        "; they hold \(StatementNumber.number(lost, significant: 6)) of "
        + "\(StatementNumber.number(total, significant: 6)) "
        + "(\(StatementNumber.percent(lost / total).english))"
    }
    return [note]
  }
}

extension HeldConcordance {
  fileprivate func counterparts(_ entry: CodeConversion.Entry) -> [String] {
    relation.counterparts(of: entry.source)
  }
}

extension CodeWeights.Basis {
  /// The basis as an answer says it; what the engine weighs by is trade here.
  fileprivate var word: String { self == .value ? "trade" : rawValue }
}

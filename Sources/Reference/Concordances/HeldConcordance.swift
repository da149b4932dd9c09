internal import Concordance
internal import Kernel
internal import Store
internal import Vocabulary

/// How the codes of one edition correspond to those of another, by the tables of the store.
struct HeldConcordance {
  let from: String
  let to: String
  let relation: CodeRelation
  let families: CodeFamilies
  let sources: [String]
  private let path: [String]
  private let deadEnds: [CodeRelation.DeadEnd]

  /// Reads the table between two editions, or the chain of tables that leads from one to the other.
  ///
  /// - Throws: `TowerError` for one edition given twice, or when no tables lead there.
  init(from: String, to: String, _ connection: Connection) throws {
    guard from != to else {
      throw TowerError(.usage, "the codes are of \(to) already: there is nothing to convert")
    }
    let held = try HeldConcordance.tables(connection)
    let path = EditionPath.shortest(from: from, to: to, editions: ProductCode.editions) {
      held.contains([$0, $1]) || held.contains([$1, $0])
    }
    guard let path else { throw HeldConcordance.missing(from, to, held) }
    var relation: CodeRelation?
    var deadEnds: [CodeRelation.DeadEnd] = []
    var sources: Set<String> = []
    for (first, second) in zip(path, path.dropFirst()) {
      let isForward = held.contains([first, second])
      let table = isForward ? [first, second] : [second, first]
      let read = try HeldConcordance.read(table[0], table[1], connection)
      sources.formUnion(read.sources)
      let step = isForward ? read.relation : read.relation.inverted
      guard let before = relation else {
        relation = step
        continue
      }
      let composed = before.composed(with: step)
      relation = composed.relation
      deadEnds += composed.deadEnds
    }
    self.from = from
    self.to = to
    self.path = path
    self.deadEnds = deadEnds
    self.sources = sources.sorted()
    self.relation = relation ?? CodeRelation([])
    families = CodeFamilies(self.relation)
  }

  /// What the reader must know of the way that the codes went.
  var notes: [String] {
    guard path.count > 2 else { return [] }
    var notes = [
      "no table between \(from) and \(to) is held: the codes go over "
        + path[1..<path.count - 1].joined(separator: ", ")
    ]
    let partly = Set(deadEnds.map(\.source)).intersection(relation.sources).sorted()
    if !partly.isEmpty {
      notes.append(
        "one counterpart on the way leads no further, and the others take all: "
          + "\(partly.count) codes of \(from) (\(partly.listed()))")
    }
    return notes
  }

  private static func tables(_ connection: Connection) throws -> Set<[String]> {
    let rows = try connection.rows(
      "SELECT DISTINCT from_edition, to_edition FROM product_concordance")
    return Set(rows.map { $0.compactMap(\.text) })
  }

  private static func read(_ from: String, _ to: String, _ connection: Connection) throws -> (
    relation: CodeRelation, sources: Set<String>
  ) {
    var pairs: [(source: String, target: String)] = []
    var sources: Set<String> = []
    try connection.forEachRow(
      """
      SELECT from_code, to_code, source_id FROM product_concordance
      WHERE from_edition = ? AND to_edition = ?
      """, [.text(from), .text(to)]
    ) { row in
      pairs.append((row.text(0), row.text(1)))
      sources.insert(row.text(2))
    }
    return (CodeRelation(pairs), sources)
  }

  private static func missing(_ from: String, _ to: String, _ held: Set<[String]>) -> TowerError {
    let tables = held.map { $0.joined(separator: "-") }.sorted()
    return TowerError(
      .failed, "cannot tell: no concordance leads from \(from) to \(to)",
      hints: [
        "tables held: \(tables.isEmpty ? "none" : tables.joined(separator: ", "))",
        "tower import hs-concordance FILE brings more",
      ])
  }
}

extension [String] {
  /// The first of a list for a sentence, and how many there are besides.
  func listed(most: Int = 10) -> String {
    let shown = prefix(most).joined(separator: ", ")
    return count > most ? shown + " and \(count - most) more" : shown
  }
}

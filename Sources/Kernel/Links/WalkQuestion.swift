internal import Store
internal import Vocabulary

/// One question to the graph of links, the same for a command and for SQL: its rows, and what the
/// reader must know beside them.
struct WalkQuestion {
  /// What is asked.
  enum Shape {
    case neighbours(of: String, depth: Int)
    case path(from: String, to: String, maximum: Int)
    case common(String, String)
  }

  /// An answer.
  struct Answer {
    let rows: [[Value]]
    let notes: [String]
    let sources: [String]
  }

  let shape: Shape
  let relation: String?
  let asOf: Day
  let knownAt: Day?
  let limits: LinkLimits

  /// The links that a path has at most where none is said.
  static let usualMaximum = 6

  /// Answers on one state of the store.
  ///
  /// - Throws: `TowerError` for a subject, a relation or a depth that is none.
  func answer(_ tower: Tower, _ reader: Connection) throws -> Answer {
    try refuseUnknownRelation(tower.registry)
    func made(of relations: Set<String>?) -> LinkGraph {
      LinkGraph(
        tower, reader, asOf: asOf, knownAt: knownAt, limits: limits, relations: relations)
    }
    let graph = made(of: relation.map { [$0] })
    // A subject is one that any relation knows.
    let whole = relation == nil ? graph : made(of: nil)
    let known = KnownSubjects(tower, reader)
    func subject(_ text: String) throws -> String {
      try known.resolve(text, in: whole).description
    }
    var walk = LinkWalk(graph)
    let found: [(columns: [Value], link: Link)]
    switch shape {
    case .neighbours(let text, let depth):
      try refuse(depth, "depth")
      found = try walk.neighbours(of: subject(text), depth: depth).map {
        ([Value($0.depth), .text($0.2)], $0.1)
      }
    case .path(let first, let last, let maximum):
      try refuse(maximum, "max")
      found = try walk.paths(from: subject(first), to: subject(last), maximum: maximum).map {
        ([Value($0.path), Value($0.step)], $0.2)
      }
    case .common(let first, let second):
      found = try walk.common(subject(first), subject(second)).map { ([.text($0.0)], $0.1) }
    }
    return Answer(
      rows: found.map { $0.columns + $0.link.values }, notes: walk.notes + graph.notes,
      sources: Set(found.compactMap(\.link.sourceID.text)).sorted())
  }

  private func refuse(_ number: Int, _ name: String) throws {
    guard number >= 1 else {
      throw TowerError(.usage, "\(name) is \(number); it counts links, from 1")
    }
  }

  private func refuseUnknownRelation(_ registry: Registry) throws {
    guard let relation else { return }
    let known = LinkGraph.relations(registry)
    guard !known.contains(relation) else { return }
    let near = nearest(to: relation, in: known)
    throw TowerError(
      .usage, "there is no relation '\(relation)'",
      hints: [
        near.isEmpty
          ? "the relations are \(known.joined(separator: ", "))"
          : "did you mean \(near.joined(separator: " or "))?"
      ])
  }
}

extension WalkQuestion.Shape {
  /// The columns before those of the link.
  var columns: [Column] {
    switch self {
    case .neighbours:
      [
        Column("depth", .integer, doc: "How many links the subject is away."),
        Column("subject", .subject, doc: "The subject that the link leads to."),
      ]
    case .path:
      [
        Column("path", .integer, doc: "Which of the shortest paths, from 1."),
        Column("step", .integer, doc: "Its step; several links may make one."),
      ]
    case .common:
      [Column("subject", .subject, doc: "The subject that both are linked with.")]
    }
  }
}

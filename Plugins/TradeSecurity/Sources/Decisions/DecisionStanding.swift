internal import Kernel
internal import NameMatching
internal import Store

/// What a decision means for a pair today.
enum DecisionStanding: Sendable {
  /// Both sides are as they were compared.
  case holds(Decision)
  /// A side is another: what changed, a few words each, with its side in front.
  case lapsed(Decision, changes: [String])

  var decision: Decision {
    switch self {
    case .holds(let decision), .lapsed(let decision, _): decision
    }
  }

  /// Whether the pair is not shown: a false positive with nothing changed.
  var isSilencing: Bool {
    if case .holds(let decision) = self { decision.verdict == .falsePositive } else { false }
  }

  /// The standing in words: the verdict, or what made it lapse.
  var text: String {
    switch self {
    case .holds(let decision): decision.verdict.rawValue
    case .lapsed(let decision, let changes):
      "\(decision.verdict.rawValue) of \(decision.day) lapsed: " + changes.joined(separator: "; ")
    }
  }
}

/// The decisions in force, by the party and the entry as the lists call it today.
struct StandingDecisions: Sendable {
  private struct Pair: Hashable {
    let party: String
    let entity: String
  }

  private struct Known: Sendable {
    let decision: Decision
    /// How the entry came by its present identifier; nil where it has the one it had.
    let moved: String?
  }

  private let known: [Pair: Known]
  /// What is compared of the entries today.
  private let entries: [String: (fields: ComparedFields, digest: String)]
  /// The decisions whose entry no list has any more, nor another in its place.
  let withoutEntry: [Decision]

  /// Reads the decisions that a deployment may hold and finds their entries in the lists.
  ///
  /// - Parameter query: only those on this party that is asked about.
  init(
    _ listed: ListedParties, of query: ScreenQuery? = nil, _ deployment: Deployment,
    _ connection: Connection
  ) throws {
    let party = query.map { StandingDecisions.party(ComparedFields($0)) }
    let decisions = try Decision.all(party: party, connection).filter {
      deployment.mayHold($0.marking)
    }
    let successors = try MergedEntries(decisions, listed, connection)
    var known: [Pair: Known] = [:]
    var withoutEntry: [Decision] = []
    for decision in decisions {
      if listed.entries[decision.entity] != nil {
        // What was decided on the entry itself goes before what followed it from another.
        known[Pair(party: decision.party, entity: decision.entity)] = Known(
          decision: decision, moved: nil)
      } else if let successor = successors.successor(of: decision) {
        let pair = Pair(party: decision.party, entity: successor.entity)
        if known[pair]?.moved != nil || known[pair] == nil {
          known[pair] = Known(decision: decision, moved: successor.how)
        }
      } else {
        withoutEntry.append(decision)
      }
    }
    self.known = known
    entries = listed.only(Set(known.keys.map(\.entity))).compared.mapValues {
      ($0, $0.digest)
    }
    self.withoutEntry = withoutEntry
  }

  /// Whether nothing was decided.
  var isEmpty: Bool { known.isEmpty }

  /// The decisions by the entry of today, in the order of time.
  var all: [(decision: Decision, entity: String)] {
    known.map { ($0.value.decision, $0.key.entity) }.sorted {
      ($0.0.decidedAt, $0.0.identifier) < ($1.0.decidedAt, $1.0.identifier)
    }
  }

  /// What was decided on a pair and whether it holds; nil where nothing was.
  ///
  /// - Parameters:
  ///   - party: which party.
  ///   - fields: what is compared of it today.
  ///   - entity: the entry as `LIST/identifier`.
  func standing(of party: String, _ fields: ComparedFields, _ entity: String) -> DecisionStanding? {
    guard let known = known[Pair(party: party, entity: entity)], let entry = entries[entity] else {
      return nil
    }
    let decision = known.decision
    if decision.partyDigest == fields.digest, decision.entityDigest == entry.digest {
      return .holds(decision)
    }
    let changes =
      decision.partyCompared.changes(to: fields).map { "party: " + $0 }
      + [known.moved].compactMap { $0 }.map { "list: " + $0 }
      + decision.entityCompared.changes(to: entry.fields).map { "list: " + $0 }
    return .lapsed(decision, changes: changes)
  }

  /// The key of a party that is asked about and is in no portfolio.
  static func party(_ fields: ComparedFields) -> String { "query/" + fields.digest.prefix(16) }

  /// Hits of a party that is asked about, with what was decided on each.
  func decided(_ hits: [Screening.Hit], _ query: ScreenQuery) -> [(
    hit: Screening.Hit, standing: DecisionStanding?
  )] {
    guard !known.isEmpty, !hits.isEmpty else { return hits.map { ($0, nil) } }
    let fields = ComparedFields(query)
    let party = StandingDecisions.party(fields)
    return hits.map { ($0, standing(of: party, fields, $0.candidate.name.entry)) }
  }
}

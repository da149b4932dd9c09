internal import Store
internal import Vocabulary

/// The subjects that the deployment knows, found by identifier or by any of their names.
struct KnownSubjects {
  /// A subject that a text may mean.
  struct Match: Hashable {
    let subject: Subject
    /// The name or identifier that met the text.
    let name: String
    let fit: Fit
  }

  /// How well a name meets a text, best first.
  enum Fit: String, Comparable {
    case identifier, name, part, near

    private var place: Int { [Fit.identifier, .name, .part, .near].firstIndex(of: self) ?? 0 }

    static func < (first: Fit, second: Fit) -> Bool { first.place < second.place }
  }

  private let tower: Tower
  private let connection: Connection

  init(_ tower: Tower, _ connection: Connection) {
    self.tower = tower
    self.connection = connection
  }

  /// The kinds of subjects that modules name or link, in alphabetical order.
  var kinds: [String] {
    let linked = tower.registry.entries.flatMap(\.descriptor.links)
      .flatMap { [$0.source.kind, $0.target.kind] }
    return Set(tower.registry.subjectKinds.map(\.kind) + linked).sorted()
  }

  /// The subjects of a kind with all their names.
  func entries(of kind: String) throws -> [ValueDomain.Entry] {
    let domains = tower.registry.subjectKinds.filter { $0.kind == kind }
      .compactMap { tower.registry.domain($0.domain) }
    return try domains.flatMap { try $0.entries(connection) }
      + tower.deployment.coordination.entries(of: kind)
  }

  /// The name of a subject for people.
  func name(of subject: Subject) throws -> LocalizedText {
    let own = tower.deployment.coordination.name(of: subject)
    return try own ?? tower.registry.name(of: subject, connection)
  }

  /// The subjects that a text means: by identifier or name in any case, else by a part of a name,
  /// else by a name that is near.
  ///
  /// - Parameter limit: how many of those that only contain the text, or are near, are wanted.
  func matches(_ text: String, limit: Int = 10) throws -> [Match] {
    let (kind, wanted) = split(text)
    let entries = try (kind.map { [$0] } ?? kinds).flatMap { kind in
      try self.entries(of: kind).map { (kind: kind, entry: $0) }
    }
    var exact: [Match] = []
    var parts: [Match] = []
    for (kind, entry) in entries {
      let subject = Subject(kind: kind, identifier: entry.identifier)
      if entry.identifier.lowercased() == wanted {
        exact.append(Match(subject: subject, name: entry.identifier, fit: .identifier))
      } else if let name = entry.names.first(where: { $0.lowercased() == wanted }) {
        exact.append(Match(subject: subject, name: name, fit: .name))
      } else if let name = ([entry.identifier] + entry.names).first(where: {
        $0.lowercased().contains(wanted)
      }) {
        parts.append(Match(subject: subject, name: name, fit: .part))
      }
    }
    if !exact.isEmpty { return KnownSubjects.ordered(exact) }
    if !parts.isEmpty { return Array(KnownSubjects.ordered(parts).prefix(limit)) }
    return Array(near(wanted, entries).prefix(limit))
  }

  private func near(_ wanted: String, _ entries: [(kind: String, entry: ValueDomain.Entry)])
    -> [Match]
  {
    var owners: [String: [Subject]] = [:]
    for (kind, entry) in entries {
      for name in [entry.identifier] + entry.names {
        owners[name, default: []].append(Subject(kind: kind, identifier: entry.identifier))
      }
    }
    return nearest(to: wanted, in: owners.keys).flatMap { name in
      Set(owners[name] ?? []).sorted().map { Match(subject: $0, name: name, fit: .near) }
    }
  }

  /// The kind that a text begins with, and the rest in lower case.
  private func split(_ text: String) -> (kind: String?, rest: String) {
    guard let subject = try? Subject(text), kinds.contains(subject.kind) else {
      return (nil, text.lowercased())
    }
    return (subject.kind, subject.identifier.lowercased())
  }

  // A subject whose identifier and name both meet a text is one match, the better.
  private static func ordered(_ matches: [Match]) -> [Match] {
    var best: [Subject: Match] = [:]
    for match in matches where best[match.subject].map({ match.fit < $0.fit }) ?? true {
      best[match.subject] = match
    }
    return best.values.sorted {
      ($0.fit, $0.name.count, $0.subject) < ($1.fit, $1.name.count, $1.subject)
    }
  }
}

extension KnownSubjects {
  /// The one subject that a text means: `kind:id`, or any name of it.
  ///
  /// A subject that no module knows by name is taken as written where something is linked to it.
  ///
  /// - Throws: `TowerError` with the candidates for a text that means several subjects or none.
  func resolve(_ text: String, in graph: LinkGraph) throws -> Subject {
    if let subject = try? Subject(text), kinds.contains(subject.kind),
      try graph.hasLinks(subject.description)
    {
      return subject
    }
    let found = try matches(text)
    let exact = found.filter { $0.fit <= .name }
    if exact.count == 1 { return exact[0].subject }
    guard exact.isEmpty else {
      throw TowerError(
        .usage, "'\(text)' means \(exact.count) subjects; say which",
        hints: try exact.prefix(20).map(candidate))
    }
    let hints = try found.map(candidate)
    throw TowerError(
      .usage, "'\(text)' is not a subject that the store knows",
      hints: hints.isEmpty
        ? ["write kind:id or a name; the kinds are \(kinds.joined(separator: ", "))"]
        : ["did you mean"] + hints)
  }

  private func candidate(_ match: Match) throws -> String {
    let name = try name(of: match.subject)
    let names = [name.english, name.korean].compactMap(\.self)
    return "\(match.subject)  " + Set(names).sorted().joined(separator: ", ")
  }
}

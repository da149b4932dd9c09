internal import Store
internal import Vocabulary

/// The links of all modules as one graph on a day: who is next to whom, read when it is asked for.
final class LinkGraph {
  let asOf: Day
  let limits: LinkLimits
  private let readers: [LinkReader]
  private let closed: [String]
  private let disabled: [String]
  private var cut: [(subject: String, relation: String, shown: Int)] = []
  private var cutSubjects: Set<String> = []

  /// Puts the graph together; nothing is read yet.
  ///
  /// - Parameters:
  ///   - relations: the relations that are followed; nil for every one.
  ///   - isNumbered: whether links get the numbers that `links` needs.
  init(
    _ tower: Tower, _ reader: Connection, asOf: Day, knownAt: Day?, limits: LinkLimits,
    relations: Set<String>? = nil, isNumbered: Bool = false
  ) {
    self.asOf = asOf
    self.limits = limits
    let reading = LinkReading(reader, tower.deployment, asOf: asOf, knownAt: knownAt)
    let open = tower.openToQuestions
    let links = tower.registry.entries.flatMap { entry in
      entry.descriptor.links.map { (link: $0, module: entry.identity.identifier) }
    }.filter { relations?.contains($0.link.relation) ?? true }
    let all = links.filter { $0.link.isReadable(open) }
      .map { LinkReader($0.link, of: $0.module, reading, isNumbered: isNumbered) }
    // What is read from an index is asked before what must be computed.
    readers = all.filter { !$0.isComputed } + all.filter(\.isComputed)
    closed = links.filter { !$0.link.isReadable(open) }.map {
      "\($0.link.relation) of \($0.link.table ?? "")"
    }
    disabled = tower.registry.disabled.filter { !$0.descriptor.links.isEmpty }
      .map(\.identity.identifier)
  }

  /// Every link that meets what is given, in no stated order and without a limit.
  func all(from source: String?, to target: String?, relation: String?) -> () throws
    -> (number: Int64, link: Link)?
  {
    var rest = readers.filter { relation == nil || $0.link.relation == relation }[...]
    var current: (() throws -> (number: Int64, link: Link)?)?
    return {
      while true {
        if let next = try current?() { return next }
        guard let reader = rest.popFirst() else { return nil }
        current = try reader.links(from: source, to: target, on: nil, limit: nil)
      }
    }
  }

  /// The links of a subject on the day, either way, by the subject at the other end.
  func links(of subject: String) throws -> [Link] {
    var found: [Link] = []
    for reader in readers {
      found += try some(reader, from: subject, to: nil)
      // A link to itself was found from its source.
      found += try some(reader, from: nil, to: subject).filter { $0.source != subject }
    }
    return LinkGraph.ordered(found) { $0.other(than: subject) }
  }

  /// The links between two subjects on the day, either way.
  func links(between first: String, _ second: String) throws -> [Link] {
    var found: [Link] = []
    for reader in readers {
      for (source, target) in [(first, second), (second, first)] {
        guard let next = try reader.links(from: source, to: target, on: asOf, limit: nil) else {
          continue
        }
        while let (_, link) = try next() { found.append(link) }
      }
    }
    return LinkGraph.ordered(found) { $0.source }
  }

  /// Whether any link leads from or to a subject, on whatever day.
  func hasLinks(_ subject: String) throws -> Bool {
    for reader in readers {
      for (source, target) in [(subject, nil), (nil, subject)] {
        let next = try reader.links(from: source, to: target, on: nil, limit: nil)
        if try next?() != nil { return true }
      }
    }
    return false
  }

  private func some(_ reader: LinkReader, from source: String?, to target: String?) throws
    -> [Link]
  {
    let limit = reader.isComputed ? limits.heaviest : limits.perSubject
    guard let next = try reader.links(from: source, to: target, on: asOf, limit: limit + 1) else {
      return []
    }
    var found: [Link] = []
    while let (_, link) = try next() {
      guard found.count < limit else {
        let subject = source ?? target ?? ""
        if cutSubjects.insert(subject + " " + reader.link.relation).inserted {
          cut.append((subject, reader.link.relation, limit))
        }
        break
      }
      found.append(link)
    }
    return found
  }

  private static func ordered(_ links: [Link], by key: (Link) -> String) -> [Link] {
    // Two steps of a technology may need the same product: one link.
    var seen: Set<Link> = []
    return links.filter { seen.insert($0).inserted }
      .map { (key: key($0), link: $0) }
      .sorted { first, second in
        if first.key != second.key { return first.key < second.key }
        let (one, other) = (first.link, second.link)
        if one.relation != other.relation { return one.relation < other.relation }
        if one.source != other.source { return one.source < other.source }
        return one.sortKey < other.sortKey
      }.map(\.link)
  }
}

extension Link {
  /// What orders links between the same subjects.
  fileprivate var sortKey: String { "\(validFrom) \(validTo) \(module) \(sourceID) \(weight)" }
}

extension LinkDescriptor {
  /// Whether a deployment may read it: its table is open, or each of its rows says who may.
  fileprivate func isReadable(_ open: Set<String>) -> Bool {
    if case .table(let columns) = rows, columns.marking != nil { return true }
    return table.map(open.contains) ?? true
  }
}

// MARK: What was left out

extension LinkGraph {
  /// What the reader must know: links that were not followed, not shown, or not there.
  var notes: [String] {
    var notes: [String] = []
    if !cut.isEmpty {
      let first = cut.prefix(3).map { "\($0.relation) of \($0.subject): \($0.shown)" }
      notes.append(
        "not every link was followed: \(first.joined(separator: ", "))"
          + (cut.count > 3 ? ", and \(cut.count - 3) more such" : "")
          + "; the settings links_per_subject and heaviest_links of 'tower' set how many")
    }
    for reader in readers where !reader.withheld.isEmpty {
      notes.append(
        "\(reader.withheld.count) links of \(reader.link.table ?? "") are left out: their marking is "
          + "beyond what this deployment may hold")
    }
    if !closed.isEmpty {
      notes.append("not open to questions, so left out: \(closed.joined(separator: ", "))")
    }
    if !disabled.isEmpty {
      notes.append("links of disabled modules are left out: \(disabled.joined(separator: ", "))")
    }
    return notes
  }

  /// The relations that can be followed, each once, in alphabetical order.
  static func relations(_ registry: Registry) -> [String] {
    Set(registry.entries.flatMap(\.descriptor.links).map(\.relation)).sorted()
  }
}

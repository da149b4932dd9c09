internal import Kernel
internal import Ownership
internal import Store
internal import Vocabulary

/// The ownership links of the store that hold on a day, as a graph.
struct RecordedOwnership {
  /// The parties by number.
  let names: [String]
  let graph: OwnershipGraph
  /// Who holds what of whom, and which sources say so.
  let links: [Key: Statement]
  /// The sources of the links.
  let sources: [String]
  private let numbers: [String: Int32]

  /// A holding of one party in another.
  struct Key: Hashable {
    let owner: Int32
    let owned: Int32
    let holding: Holding
  }

  /// How much it is, and who says so.
  struct Statement {
    var share: ShareBounds
    var statedBy: [String]
  }

  /// Reads the links; where sources differ on one, it lies between the least and the most.
  init(on day: Day, _ connection: Connection) throws {
    var names: [String] = []
    var numbers: [String: Int32] = [:]
    var links: [Key: Statement] = [:]
    var order: [Key] = []
    var sources: Set<String> = []
    func number(_ name: String) -> Int32 {
      if let known = numbers[name] { return known }
      let next = Int32(names.count)
      names.append(name)
      numbers[name] = next
      return next
    }
    try connection.forEachRow(
      """
      SELECT owner, owned, holding, share, stated_by, source_id FROM trade_ownership_link
      WHERE valid_from <= ?1 AND (valid_to IS NULL OR valid_to > ?1)
      ORDER BY owner, owned, holding, stated_by
      """, [.text(day.description)]
    ) { row in
      let values = row.values
      guard let owner = values[0].text, let owned = values[1].text,
        let holding = Holding(name: values[2].text ?? ""), let source = values[5].text
      else { return }
      let key = Key(owner: number(owner), owned: number(owned), holding: holding)
      let share = try ShareBounds(values[3].text ?? "")
      let statedBy = values[4].text ?? ""
      sources.insert(source)
      if let known = links[key] {
        links[key] = Statement(
          share: known.share.spanning(share), statedBy: known.statedBy + [statedBy])
      } else {
        links[key] = Statement(share: share, statedBy: [statedBy])
        order.append(key)
      }
    }
    self.names = names
    self.numbers = numbers
    self.links = links
    self.sources = sources.sorted()
    graph = OwnershipGraph(
      parties: names.count,
      links: order.map { key in
        OwnershipGraph.Link(
          owner: key.owner, owned: key.owned, holding: key.holding,
          share: links[key]?.share ?? .unknown)
      })
  }

  /// The number of a party; nil when no link names it.
  func number(of name: String) -> Int32? { numbers[name] }

  /// The parties that stand on one of some lists; `us-csl:EL` means a section of one.
  func listed(on lists: [String], _ connection: Connection) throws -> [Int32] {
    try connection.rows(
      """
      SELECT list || '/' || entry FROM trade_list_entry
      WHERE (list IN (SELECT value FROM json_each(?1))
          OR list || ':' || section IN (SELECT value FROM json_each(?1)))
        AND list || '/' || entry IN (SELECT owner FROM trade_ownership_link
          UNION SELECT owned FROM trade_ownership_link)
      """, [.text(JSONValue.texts(lists).compact)]
    ).compactMap { $0[0].text.flatMap(number) }.sorted()
  }

  /// The links on which sources do not agree, one sentence each.
  var disagreements: [String] {
    links.filter { $0.value.statedBy.count > 1 && !$0.value.share.isExact }
      .map { key, statement in
        "sources differ on what \(names[Int(key.owner)]) holds of \(names[Int(key.owned)]): "
          + "\(statement.share.text) % (\(statement.statedBy.joined(separator: ", ")))"
      }.sorted()
  }
}

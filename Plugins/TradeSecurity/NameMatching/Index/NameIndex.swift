/// Listed names, laid out for search.
public final class NameIndex: Sendable {
  /// The names.
  public let names: [ListedName]
  let people: NamePartition
  let others: NamePartition

  /// Indexes names; their order does not matter to the answers.
  public init(names: [ListedName]) {
    self.names = names
    func partition(_ isPerson: Bool) -> NamePartition {
      let places = names.indices.filter { (names[$0].party == .person) == isPerson }
      return NamePartition(
        places.map { NameReader.read(names[$0].text, isPerson: isPerson) },
        names: places.map(Int32.init), isPerson: isPerson)
    }
    people = partition(true)
    others = partition(false)
  }

  /// The number of names.
  public var count: Int { names.count }
}

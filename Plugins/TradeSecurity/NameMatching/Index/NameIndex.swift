internal import Dispatch
internal import Synchronization

/// Listed names, laid out for search.
public final class NameIndex: Sendable {
  /// The names.
  public let names: [ListedName]
  let people: NamePartition
  let others: NamePartition

  /// Indexes names; their order does not matter to the answers.
  public init(names: [ListedName]) {
    self.names = names
    // The names of people and all others have nothing in common: two cores lay them out at once.
    let made = Mutex<[Bool: NamePartition]>([:])
    DispatchQueue.concurrentPerform(iterations: 2) { side in
      let partition = NameIndex.partition(names, isPerson: side == 0)
      made.withLock { $0[side == 0] = partition }
    }
    let partitions = made.withLock { $0 }
    people = partitions[true] ?? NameIndex.partition(names, isPerson: true)
    others = partitions[false] ?? NameIndex.partition(names, isPerson: false)
  }

  private static func partition(_ names: [ListedName], isPerson: Bool) -> NamePartition {
    let places = names.indices.filter { (names[$0].party == .person) == isPerson }
    return NamePartition(
      places.map { NameReader.read(names[$0].text, isPerson: isPerson) },
      names: places.map(Int32.init), isPerson: isPerson)
  }

  /// The number of names.
  public var count: Int { names.count }
}

/// The parties in groups of those that hold each other in a circle, owners before what they own.
///
/// A party outside every circle is a group of its own. The groups are the strongly connected
/// components (Tarjan 1972, "Depth-first search and linear graph algorithms"), found without
/// recursion, so that a long chain needs no deep stack.
struct OwnerGroups {
  /// The parties of all groups, one group after the other.
  private(set) var parties: [Int32] = []
  /// Where each group ends in `parties`.
  private(set) var ends: [Int] = []

  private var index: [Int32]
  private var lowest: [Int32]
  private var isOpen: [Bool]
  private var open: [Int32] = []
  private var path: [(party: Int32, next: Int)] = []
  private var count: Int32 = 0

  init(_ incoming: IncomingLinks, parties number: Int) {
    index = [Int32](repeating: -1, count: number)
    lowest = index
    isOpen = [Bool](repeating: false, count: number)
    parties.reserveCapacity(number)
    for party in 0..<Int32(number) where index[Int(party)] < 0 {
      visit(from: party, incoming)
    }
  }

  private mutating func enter(_ party: Int32, _ incoming: IncomingLinks) {
    index[Int(party)] = count
    lowest[Int(party)] = count
    count += 1
    isOpen[Int(party)] = true
    open.append(party)
    path.append((party, incoming.links(into: party).lowerBound))
  }

  private mutating func visit(from start: Int32, _ incoming: IncomingLinks) {
    enter(start, incoming)
    while let (party, next) = path.last {
      guard next < incoming.links(into: party).upperBound else {
        leave(party)
        continue
      }
      path[path.count - 1].next += 1
      let owner = incoming.owner[next]
      if index[Int(owner)] < 0 {
        enter(owner, incoming)
      } else if isOpen[Int(owner)] {
        lowest[Int(party)] = min(lowest[Int(party)], index[Int(owner)])
      }
    }
  }

  private mutating func leave(_ party: Int32) {
    path.removeLast()
    if let below = path.last?.party {
      lowest[Int(below)] = min(lowest[Int(below)], lowest[Int(party)])
    }
    guard lowest[Int(party)] == index[Int(party)] else { return }
    while let member = open.popLast() {
      isOpen[Int(member)] = false
      parties.append(member)
      if member == party { break }
    }
    ends.append(parties.count)
  }
}

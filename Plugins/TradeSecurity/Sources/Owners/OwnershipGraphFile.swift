internal import JSONReading
internal import Kernel
internal import Ownership

/// A graph of owners as a JSON file: `{"listed": [...], "edges": [[owner, owned, "percent"], ...]}`.
///
/// A percent is a text or a number: a share, a band such as `25-50`, `unknown` or null. A fourth
/// member of an edge says what is held: shares, votes, board or control.
struct OwnershipGraphFile {
  /// The parties by number.
  private(set) var names: [String] = []
  /// The listed parties.
  private(set) var listed: [Int32] = []
  private(set) var links: [OwnershipGraph.Link] = []
  private var numbers: [String: Int32] = [:]

  /// Reads a file, compressed or not.
  ///
  /// - Throws: `TowerError` with line and column for anything that is not such a graph.
  init(path: String) throws {
    let stream = try ByteStream(path: path)
    var bytes: [UInt8] = []
    while let chunk = try stream.next() {
      bytes += chunk
      guard bytes.count <= OwnershipGraphFile.largest else {
        throw TowerError(.failed, "\(path) holds more than 1 GiB, too much for a graph")
      }
    }
    do throws(JSONFault) {
      var scanner = JSONScanner(bytes)
      try read(&scanner)
      try scanner.finish()
    } catch {
      throw TowerError(.failed, "\(path):\(error)")
    }
  }

  private static let largest = 1 << 30

  private mutating func read(_ scanner: inout JSONScanner) throws(JSONFault) {
    var hasListed = false
    var hasEdges = false
    try scanner.object { key, scanner throws(JSONFault) in
      switch key {
      case "listed":
        hasListed = true
        try scanner.list { scanner throws(JSONFault) in
          listed.append(number(try scanner.text()))
        }
      case "edges":
        hasEdges = true
        try scanner.list { scanner throws(JSONFault) in try readEdge(&scanner) }
      default:
        throw scanner.fault("the key '\(key)' is not one of listed, edges")
      }
    }
    guard hasListed, hasEdges else {
      throw scanner.fault("the object needs the keys listed and edges")
    }
    listed = Set(listed).sorted()
  }

  private mutating func readEdge(_ scanner: inout JSONScanner) throws(JSONFault) {
    var owner: Int32?
    var owned: Int32?
    var share: ShareBounds?
    var holding = Holding.shares
    var place = 0
    try scanner.list { scanner throws(JSONFault) in
      switch place {
      case 0: owner = number(try scanner.text())
      case 1: owned = number(try scanner.text())
      case 2: share = try OwnershipGraphFile.share(&scanner)
      case 3: holding = try OwnershipGraphFile.holding(&scanner)
      default:
        throw scanner.fault("an edge is [owner, owned, percent] or has what is held behind it")
      }
      place += 1
    }
    guard let owner, let owned, let share else {
      throw scanner.fault("an edge is [owner, owned, percent]")
    }
    links.append(
      OwnershipGraph.Link(owner: owner, owned: owned, holding: holding, share: share))
  }

  private static func share(_ scanner: inout JSONScanner) throws(JSONFault) -> ShareBounds {
    let text: String
    switch try scanner.peek() {
    case .null:
      try scanner.null()
      return .unknown
    case .number: text = try scanner.number()
    default: text = try scanner.text()
    }
    do throws(ShareFault) {
      return try ShareBounds(text)
    } catch {
      throw scanner.fault(error.description)
    }
  }

  private static func holding(_ scanner: inout JSONScanner) throws(JSONFault) -> Holding {
    let name = try scanner.text()
    guard let holding = Holding(name: name) else {
      throw scanner.fault(
        "'\(name)' is not one of " + Holding.allCases.map(\.name).joined(separator: ", "))
    }
    return holding
  }

  private mutating func number(_ name: String) -> Int32 {
    if let known = numbers[name] { return known }
    let next = Int32(names.count)
    names.append(name)
    numbers[name] = next
    return next
  }
}

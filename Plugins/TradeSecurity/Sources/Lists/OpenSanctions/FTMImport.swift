internal import JSONReading
internal import Kernel
internal import Vocabulary

/// Takes FollowTheMoney entities, one JSON object a line.
///
/// The file is read twice: links and sanctions stand in entities of their own, anywhere in the file,
/// and a party is written whole.
enum FTMImport {
  static func run(_ session: ImportSession, _ first: FirstBytes, list: String) throws {
    let context = try FTMContext(path: session.path)
    let writer = try ListWriter(list: list, layout: "FollowTheMoney", session: session)
    var others = 0
    try JSONLines(session.path, next: first.next).forEach { line, number in
      let entity: JSONTree
      do throws(JSONFault) {
        entity = try JSONTree(line, line: number)
      } catch {
        return session.reject(
          line: number, reason: "no JSON: column \(error.column): \(error.message)",
          content: String(decoding: line.prefix(500), as: UTF8.self))
      }
      guard FTMSchema.parties.contains(entity["schema"]?.text ?? ""), isTarget(entity) else {
        others += 1
        return
      }
      try writer.take(
        line: number, summary: String(decoding: line.prefix(500), as: UTF8.self)
      ) { () throws(EntryRefusal) in try FTMEntry.party(entity, context) }
    }
    if others > 0 {
      session.note(
        "\(others) entities are no listed party: addresses, links and persons beside them")
    }
    try writer.finish()
  }

  /// Whether an entity is listed itself: exports say so, and where one does not, every party is.
  private static func isTarget(_ entity: JSONTree) -> Bool {
    guard case .flag(let isTarget)? = entity["target"] else { return true }
    return isTarget
  }
}

/// The lines of a file, of which none may be longer than 4 MiB.
struct JSONLines {
  private let path: String
  private let next: () throws -> [UInt8]?
  private static let longest = 4 << 20

  init(_ path: String, next: @escaping () throws -> [UInt8]?) {
    self.path = path
    self.next = next
  }

  /// Gives each line that is not blank, with its number from 1.
  func forEach(_ body: ([UInt8], Int) throws -> Void) throws {
    var rest: [UInt8] = []
    var number = 0
    func give(_ line: ArraySlice<UInt8>) throws {
      number += 1
      let text = line.last == 0x0D ? line.dropLast() : line
      if !text.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { try body(Array(text), number) }
    }
    while let chunk = try next() {
      var start = chunk.startIndex
      while let end = chunk[start...].firstIndex(of: 0x0A) {
        if rest.isEmpty {
          try give(chunk[start..<end])
        } else {
          rest += chunk[start..<end]
          try give(rest[...])
          rest.removeAll(keepingCapacity: true)
        }
        start = end + 1
      }
      rest += chunk[start...]
      guard rest.count <= JSONLines.longest else {
        throw TowerError(.failed, "\(path):\(number + 1): the line is longer than 4 MiB")
      }
    }
    if !rest.isEmpty { try give(rest[...]) }
  }
}

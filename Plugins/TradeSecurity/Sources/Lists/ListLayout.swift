internal import Kernel
internal import Vocabulary

/// The elements that a published list may have; another one means that the layout changed.
struct ListLayout {
  /// The name of the layout, for errors.
  let name: String
  /// The outermost element.
  let root: String
  /// The elements between the outermost and the records.
  let containers: Set<String>
  /// The records.
  let records: Set<String>
  /// What each element may hold, by its name; an element that is not a key holds text alone.
  let children: [String: Set<String>]

  /// Reads a file, and gives its elements around the records and its records in order.
  ///
  /// - Parameter next: gives the next bytes, where some were read before.
  /// - Throws: `TowerError` for a file of another layout, at the line of the first difference.
  func forEach(
    of session: ImportSession, next: (() throws -> [UInt8]?)? = nil,
    _ body: (XMLStream.Item) throws -> Void
  ) throws {
    let stream = try XMLStream(
      file: session.path, records: records, next: next ?? { try session.next() })
    var isAtRoot = true
    while let item = try stream.next() {
      switch item {
      case .opened(let element):
        guard isAtRoot ? element.name == root : containers.contains(element.name) else {
          throw difference(
            session.path, element, isAtRoot ? "the file" : "'\(root)'",
            allowed: isAtRoot ? [root] : containers.union(records))
        }
      case .record(let element):
        guard !isAtRoot else {
          throw difference(session.path, element, "the file", allowed: [root])
        }
        try check(element, session.path)
      }
      isAtRoot = false
      try body(item)
    }
  }

  private func check(_ element: XMLElement, _ path: String) throws {
    let allowed = children[element.name] ?? []
    for child in element.children {
      guard allowed.contains(child.name) else {
        throw difference(path, child, "'\(element.name)'", allowed: allowed)
      }
      try check(child, path)
    }
  }

  private func difference(
    _ path: String, _ element: XMLElement, _ place: String, allowed: Set<String>
  ) -> TowerError {
    let names = nearest(to: element.name, in: allowed.sorted(), limit: 1)
    let expected = names.isEmpty ? allowed.sorted() : names
    return TowerError(
      .failed,
      "\(path):\(element.line): \(place) has an element '\(element.name)' that \(name) "
        + "does not have",
      hints: [
        "expected: " + expected.joined(separator: ", "),
        "nothing was changed; the publisher may have changed the layout, or this is another file",
      ])
  }
}

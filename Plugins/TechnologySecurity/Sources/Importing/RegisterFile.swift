internal import Configuration
internal import Kernel
internal import Store

/// What the two files of the register share: reading, replacing, and faults of names.
enum RegisterFile {
  /// The name of the file: what it brought before is what a file of this name brought.
  static func name(_ session: ImportSession) -> String {
    session.path.split(separator: "/").last.map(String.init) ?? session.path
  }

  /// Reads the file along its schema.
  static func decode(_ session: ImportSession, _ schema: Schema) throws -> SettingValues {
    let text = String(decoding: try session.content(), as: UTF8.self)
    return try schema.decode(YAML.parse(text: text, file: session.path))
  }

  /// Deletes from a table what a file of this name brought before.
  static func deleteEarlier(_ table: String, of dataset: String, _ session: ImportSession) throws {
    try session.connection.execute(
      """
      DELETE FROM \(table) WHERE source_id IN
        (SELECT id FROM tower_source WHERE dataset = ? AND file = ?)
      """, [.text(dataset), .text(name(session))])
  }

  /// Inserts a row; the source comes last.
  static func insert(_ table: String, _ row: [Value], _ session: ImportSession) throws {
    let values = row + [.text(session.sourceIdentifier)]
    let marks = values.map { _ in "?" }.joined(separator: ", ")
    try session.connection.execute("INSERT INTO \(table) VALUES (\(marks))", values)
  }

  /// The faults of the identifiers of a list: their form, and names that stand twice.
  static func identifierFaults(_ items: [SettingValues], taken: Set<String>, in register: String)
    -> [Diagnostic]
  {
    var seen: Set<String> = []
    return items.flatMap { item -> [Diagnostic] in
      let identifier = item.text("id")
      var faults: [Diagnostic] = []
      if !isWellFormed(identifier) {
        faults.append(
          item.fault("id", "'\(identifier)' is not lower-case words joined by hyphens"))
      }
      if !seen.insert(identifier).inserted {
        faults.append(item.fault("id", "'\(identifier)' stands twice in this file"))
      } else if taken.contains(identifier) {
        faults.append(
          item.fault("id", "'\(identifier)' is in \(register) already, from another file"))
      }
      return faults
    }
  }

  private static func isWellFormed(_ identifier: String) -> Bool {
    let words = identifier.utf8.split(
      separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return words.allSatisfy { word in
      !word.isEmpty
        && word.allSatisfy {
          (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
    }
  }
}

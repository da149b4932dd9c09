internal import Kernel
internal import Store

/// An NDJSON file of pairs of records, with score and match added to each line.
enum ComparedRecords {
  static func run(
    _ path: String, _ comparison: inout PairOfRecords, _ invocation: Invocation
  ) throws -> CommandResult {
    let stream = try ByteStream(path: path)
    var reader = LineReader { try stream.next() }
    let connection = try Connection(path: ":memory:", mode: .readWrite)
    var number = 0
    while let line = try reader.next() {
      number += 1
      let pair: (a: PartyRecord, b: PartyRecord)
      do {
        let sides = try connection.first(
          "SELECT coalesce(?1 ->> 'a', ?1 ->> 'query'), coalesce(?1 ->> 'b', ?1 ->> 'candidate')",
          [.text(line)])
        guard let first = sides?[0].text, let second = sides?[1].text else {
          throw TowerError(.failed, "has no a and b")
        }
        func record(_ json: String) throws -> PartyRecord {
          try PartyRecord(json, of: line, connection)
        }
        pair = (try record(first), try record(second))
      } catch {
        throw TowerError(.failed, "\(path): line \(number): \(error)")
      }
      let score = pair.a.score(pair.b, &comparison)
      let unread = pair.a.unread + pair.b.unread
      let added =
        (unread.isEmpty ? "" : "\"not_understood\":\(JSONValue.texts(unread).compact),")
        + "\"score\":\(ScreenRow.rounded(score)),\"match\":\(score >= comparison.threshold)"
      // The line keeps what it has; the answer stands at its end.
      let open = line.lastIndex(of: "}").map { line[..<$0] } ?? line[...]
      let output = open + (open.hasSuffix("{") ? "" : ",") + added + "}\n"
      try invocation.answer.write(String(output))
    }
    return CommandResult()
  }
}

internal import Kernel
internal import NameMatching
internal import Store
internal import Tabular
internal import Vocabulary

/// The parties of a file, one after another: CSV with a header, or lines of JSON objects.
final class ScreenInput {
  private enum Rows {
    case table(CSVReader, [String: Int])
    case lines(LineReader, [String: String])
  }

  private let path: String
  private let stream: ByteStream
  private let connection: Connection
  private let countries: CountryTexts
  private var rows: Rows
  private var count = 0

  /// What a file can say of a party, and the columns that say it where no `--map` is given.
  static let fields: [(name: String, columns: [String])] = [
    ("name", ["name", "full_name", "query", "name_a", "party", "company", "customer"]),
    ("birth_date", ["birth_date", "date_of_birth", "dob", "born"]),
    ("country", ["country", "nationality", "jurisdiction", "citizenship"]),
    ("identifier", ["identifier", "identifiers", "id_number", "passport", "imo", "lei"]),
    ("gender", ["gender", "sex"]),
    ("type", ["type", "party_kind", "schema", "entity_type"]),
  ]

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: a file whose name ends in csv, ndjson or jsonl, compressed by gzip or not.
  ///   - map: fields and the columns that hold them, such as `name=full_name,country=nationality`.
  /// - Throws: `TowerError` for a file without a column of names, and for a map of unknown fields.
  init(path: String, map: String?, _ connection: Connection) throws {
    self.path = path
    self.connection = connection
    stream = try ByteStream(path: path)
    countries = try CountryTexts(connection)
    let mapping = try ScreenInput.mapping(map)
    let stream = stream
    let plain = path.hasSuffix(".gz") ? String(path.dropLast(3)) : path
    if plain.hasSuffix(".ndjson") || plain.hasSuffix(".jsonl") {
      rows = .lines(LineReader { try stream.next() }, mapping)
    } else {
      var reader = CSVReader { try stream.next() }
      rows = .table(reader, [:])
      rows = .table(reader, try ScreenInput.header(&reader, mapping, path))
      if case .table(_, let columns) = rows { rows = .table(reader, columns) }
    }
  }

  /// The share of the file that was read, for a progress bar.
  var position: Int64 { stream.position }
  /// The size of the file.
  var size: Int64 { stream.size }

  /// The next parties, at most so many; empty at the end.
  func next(_ most: Int) throws -> [ScreenQuery] {
    var queries: [ScreenQuery] = []
    while queries.count < most, let query = try next() { queries.append(query) }
    return queries
  }

  private func next() throws -> ScreenQuery? {
    switch rows {
    case .table(var reader, let columns):
      var record = CSVRecord()
      let isRead: Bool
      do { isRead = try reader.next(into: &record) } catch let error as CSVError {
        throw TowerError(.failed, "\(path): \(error)")
      }
      rows = .table(reader, columns)
      guard isRead else { return nil }
      return query { field in columns[field].flatMap { $0 < record.count ? record.text($0) : nil } }
    case .lines(var reader, let mapping):
      let line = try reader.next()
      rows = .lines(reader, mapping)
      guard let line else { return nil }
      return try json(line, mapping)
    }
  }

  private func query(_ text: (String) -> String?) -> ScreenQuery {
    count += 1
    let (birthText, countryText) = (text("birth_date") ?? "", text("country") ?? "")
    let births = ScreenQuery.births(birthText)
    let country = countries.code(countryText) ?? countries.code(countryText.uppercased())
    let identifiers = text("identifier")?.split { $0 == ";" || $0 == "|" }.map(String.init) ?? []
    var query = ScreenQuery(
      row: count, name: text("name") ?? "", party: ScreenQuery.party(text("type")),
      facts: PartyFacts(
        births: births.days, isApproximate: births.isApproximate,
        countries: country.map { [$0] } ?? [], identifiers: Set(identifiers),
        gender: text("gender").flatMap { PartyFacts.Gender($0) }))
    if births.days.isEmpty, !birthText.isEmpty { query.unread.append("birth_date: " + birthText) }
    if country == nil, !countryText.isEmpty { query.unread.append("country: " + countryText) }
    return query
  }

  private func json(_ line: String, _ mapping: [String: String]) throws -> ScreenQuery {
    let paths = ScreenInput.fields.map { field in
      ScreenInput.columns(field, mapping).map { _ in "json_extract(?1, '$.\"' || ? || '\"')" }
        .joined(separator: ", ")
    }
    var parameters: [Value] = [.text(line)]
    for field in ScreenInput.fields {
      parameters += ScreenInput.columns(field, mapping).map(Value.text)
    }
    let columns = paths.map { "coalesce(\($0.isEmpty ? "" : $0 + ", ")NULL, NULL)" }.joined(
      separator: ", ")
    let row: [Value]?
    do {
      row = try connection.first("SELECT " + ScreenInput.numbered(columns), parameters)
    } catch {
      throw TowerError(.failed, "\(path): line \(count + 1) is not a JSON object")
    }
    let texts = Dictionary(
      uniqueKeysWithValues: zip(ScreenInput.fields.map(\.name), row ?? []).map {
        ($0, $1.text ?? $1.integer.map(String.init))
      })
    return query { texts[$0] ?? nil }
  }

  /// The columns that may hold a field: what the map says, or the usual ones without a map.
  private static func columns(
    _ field: (name: String, columns: [String]), _ mapping: [String: String]
  )
    -> [String]
  {
    mapping.isEmpty ? field.columns : mapping[field.name].map { [$0] } ?? []
  }

  /// Numbers the marks that have none, from 2 on.
  private static func numbered(_ sql: String) -> String {
    var number = 1
    var result = ""
    var characters = sql[...]
    while let place = characters.firstIndex(of: "?") {
      result += characters[...place]
      characters = characters[characters.index(after: place)...]
      if characters.first != "1" {
        number += 1
        result += String(number)
      }
    }
    return result + characters
  }

  private static func mapping(_ map: String?) throws -> [String: String] {
    var mapping: [String: String] = [:]
    for pair in map?.split(separator: ",") ?? [] {
      let sides = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard sides.count == 2, fields.contains(where: { $0.name == sides[0] }) else {
        throw TowerError(
          .usage, "--map: '\(pair)' is not FIELD=COLUMN",
          hints: ["fields: " + fields.map(\.name).joined(separator: ", ")])
      }
      mapping[sides[0]] = sides[1]
    }
    return mapping
  }

  private static func header(_ reader: inout CSVReader, _ mapping: [String: String], _ path: String)
    throws -> [String: Int]
  {
    var record = CSVRecord()
    guard try reader.next(into: &record) else { throw TowerError(.failed, "\(path) is empty") }
    let header = (0..<record.count).map { record.text($0) ?? "" }
    var columns: [String: Int] = [:]
    for field in fields {
      if let column = mapping[field.name] {
        guard let place = header.firstIndex(of: column) else {
          let near = nearest(to: column, in: header)
          throw TowerError(
            .usage, "\(path) has no column '\(column)'",
            hints: near.isEmpty
              ? ["columns: " + header.joined(separator: ", ")]
              : ["did you mean \(near.joined(separator: " or "))?"])
        }
        columns[field.name] = place
      } else if mapping.isEmpty,
        let place = header.firstIndex(where: { field.columns.contains($0.lowercased()) })
      {
        columns[field.name] = place
      }
    }
    guard columns["name"] != nil else {
      throw TowerError(
        .usage, "\(path) has no column of names: say which with --map name=COLUMN",
        hints: ["columns: " + header.joined(separator: ", ")])
    }
    return columns
  }
}

/// Lines of a stream of bytes.
struct LineReader {
  private let source: () throws -> [UInt8]?
  private var chunk: [UInt8] = []
  private var position = 0

  init(_ source: @escaping () throws -> [UInt8]?) {
    self.source = source
  }

  /// The next line that is not blank; nil at the end.
  mutating func next() throws -> String? {
    while true {
      if let end = chunk[position...].firstIndex(of: 0x0A) {
        let line = String(decoding: chunk[position..<end], as: UTF8.self)
        position = end + 1
        if line.contains(where: { !$0.isWhitespace }) { return line }
        continue
      }
      chunk.removeFirst(position)
      position = 0
      guard let more = try source() else {
        let rest = String(decoding: chunk, as: UTF8.self)
        chunk = []
        return rest.contains { !$0.isWhitespace } ? rest : nil
      }
      chunk += more
    }
  }
}

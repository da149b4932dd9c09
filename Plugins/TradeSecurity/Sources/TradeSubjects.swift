internal import Kernel
internal import Store
internal import Vocabulary

/// The subjects of trade security: measures, listed parties and the lists they stand on.
enum TradeSubjects {
  static let kinds = [
    SubjectKind("measure", table: "trade_measure") { identifier, connection in
      let row = try connection.first(
        "SELECT title_en, title_ko FROM trade_measure WHERE id = ?", [.text(identifier)])
      return row?[0].text.map { LocalizedText($0, korean: row?[1].text) }
    },
    SubjectKind("party", domain: "listed_party", table: "trade_list_entry", key: ["list", "entry"])
    {
      identifier, connection in
      let parts = identifier.split(separator: "/", maxSplits: 1).map { Value.text(String($0)) }
      guard parts.count == 2 else { return nil }
      let name = try connection.first(
        "SELECT name FROM trade_list_name WHERE list = ? AND entry = ? AND position = 0", parts)
      return name?[0].text.map { LocalizedText($0, korean: $0) }
    },
    SubjectKind("list") { _, _ in nil },
  ]

  static let domains = [
    ValueDomain("measure", fillHint: "import the measures: tower import measures FILE...") {
      try entries("SELECT id, title_en, title_ko, announcement FROM trade_measure ORDER BY id", $0)
    },
    ValueDomain("listed_party", fillHint: listHint) { connection in
      var names: [String: [String]] = [:]
      try connection.forEachRow(
        "SELECT list || '/' || entry, name FROM trade_list_name ORDER BY list, entry, position"
      ) { names[$0.text(0), default: []].append($0.text(1)) }
      return names.sorted { $0.key < $1.key }.map { ValueDomain.Entry($0.key, names: $0.value) }
    },
    ValueDomain("list", fillHint: listHint) {
      try entries("SELECT DISTINCT list FROM trade_list_version ORDER BY list", $0)
    },
  ]

  private static let listHint = "import a list: tower import ofac-sdn FILE, or another"

  private static func entries(_ sql: String, _ connection: Connection) throws
    -> [ValueDomain.Entry]
  {
    try connection.rows(sql).compactMap { row in
      row[0].text.map { ValueDomain.Entry($0, names: row.dropFirst().compactMap(\.text)) }
    }
  }
}

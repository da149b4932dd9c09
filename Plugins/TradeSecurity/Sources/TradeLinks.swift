internal import Kernel
internal import Store
internal import Vocabulary

/// The links that the tables of trade security hold, and the subjects that it names.
enum TradeLinks {
  static let all = [
    LinkDescriptor(
      "restricts", table: "trade_measure_product", source: "'measure:' || measure",
      target: "'product:' || product",
      doc: "A measure reaches a product, wholly or in part; the status decides since when."),
    LinkDescriptor(
      "listed_on", table: "trade_list_entry", source: "'party:' || list || '/' || entry",
      target: "'list:' || list", doc: "A party stands on a published list."),
    LinkDescriptor(
      "holds", table: "trade_ownership_link", source: "'party:' || owner",
      target: "'party:' || owned", doc: "A party holds a share of another, or controls it."),
  ]

  static let subjectKinds = [
    SubjectKind("measure") { identifier, connection in
      let row = try connection.first(
        "SELECT title_en, title_ko FROM trade_measure WHERE id = ?", [.text(identifier)])
      return row?[0].text.map { LocalizedText($0, korean: row?[1].text) }
    },
    SubjectKind("party") { identifier, connection in
      let name = try connection.first(
        "SELECT name FROM trade_list_name WHERE list || '/' || entry = ? AND position = 0",
        [.text(identifier)])
      return name?[0].text.map { LocalizedText($0, korean: $0) }
    },
  ]
}

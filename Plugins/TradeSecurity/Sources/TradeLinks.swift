internal import Kernel

/// The links that the tables of trade security hold.
enum TradeLinks {
  static let all = [
    LinkDescriptor(
      "restricts", table: "trade_measure_product", source: "'measure:' || measure",
      target: "'product:' || product",
      doc: "A measure reaches a product, wholly or in part; the status decides since when."),
    LinkDescriptor(
      "listed_on", table: "trade_list_entry", source: "'party:' || list || '/' || entry",
      target: "'list:' || list", doc: "A party stands on a published list."),
  ]
}

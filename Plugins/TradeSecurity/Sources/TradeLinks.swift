internal import Kernel
internal import Store

/// The links that the lists of parties and their owners hold.
enum TradeLinks {
  /// Finds each link from either end.
  static let indexes = Migration(
    number: 8, name: "links from either end",
    sql: """
      CREATE INDEX trade_list_country_country
        ON trade_list_country (country, role) WHERE country IS NOT NULL;
      CREATE INDEX trade_list_relation_other
        ON trade_list_relation (list, other_entry) WHERE other_entry IS NOT NULL;
      """)

  static let all =
    [
      LinkDescriptor(
        "listed_on", table: "trade_list_entry", source: party, target: LinkEnd("list", "list"),
        validFrom: "t.listed_on", doc: "A party stands on a published list."),
      LinkDescriptor(
        "related_to", table: "trade_list_relation", source: party,
        target: LinkEnd("party", "list", "other_entry"),
        doc: "A listed party stands to another as its list says."),
      held("owns", when: "t.holding = 'shares'", doc: "A party holds shares of another."),
      held(
        "controls", when: "t.holding <> 'shares'",
        doc: "A party holds votes or seats of another, or controls it."),
    ]
    + [
      ("located_in", ["address"], "A listed party has an address in a country."),
      (
        "national_of", ["nationality", "citizenship"], "A listed party is a national of a country."
      ),
      ("flagged_in", ["flag"], "A listed vessel or aircraft flies the flag of a country."),
      ("registered_in", ["jurisdiction"], "A listed party is registered in a country."),
    ].map { relation, roles, doc in
      LinkDescriptor(
        relation, table: "trade_list_country", source: party,
        target: LinkEnd("country", "country"),
        when: "t.role IN (" + roles.map { "'\($0)'" }.joined(separator: ", ") + ")", doc: doc)
    }

  private static let party = LinkEnd("party", "list", "entry")

  // A band or an unknown share has no one weight.
  private static func held(_ relation: String, when condition: String, doc: String)
    -> LinkDescriptor
  {
    LinkDescriptor(
      relation, table: "trade_ownership_link", source: LinkEnd("party", "owner"),
      target: LinkEnd("party", "owned"), when: condition,
      validFrom: "nullif(t.valid_from, '')", validTo: "t.valid_to",
      weight: "CASE WHEN t.share NOT GLOB '*[^0-9.]*' AND t.share <> '' "
        + "THEN CAST(t.share AS REAL) END", unit: "'%'", doc: doc)
  }
}

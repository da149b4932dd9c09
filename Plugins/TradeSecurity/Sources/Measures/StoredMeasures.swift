internal import Kernel
internal import MeasureStatus
internal import Reference
internal import Store
internal import Vocabulary

/// The measures of the store.
enum StoredMeasures {
  /// Every measure, by identifier; groups of countries are expanded as of a day.
  static func load(on day: Day, _ connection: Connection) throws -> [RegisteredMeasure] {
    try connection.rows(
      """
      SELECT id, kind, valid_from, valid_until, includes_end, learned, citation, covers_all_goods,
        announcement, limb, title_en, title_ko, author, requires_en, requires_ko, rate_type,
        rate_percent, rate_heading, source_id
      FROM trade_measure ORDER BY id
      """
    ).compactMap { row in
      guard let identifier = row[0].text, let kind = MeasureKind(rawValue: row[1].text ?? ""),
        let learned = Self.day(row[5])
      else { return nil }
      let measure = Measure(
        identifier: identifier, kind: kind,
        validity: Validity(
          from: Self.day(row[2]), until: Self.day(row[3]), includesEnd: row[4].integer == 1),
        learned: learned, acts: try acts(identifier, connection),
        scope: try scope(identifier, isGeneral: row[7].integer == 1, day, connection),
        citation: row[6].text ?? "")
      return RegisteredMeasure(
        measure: measure, announcement: row[8].text ?? "", limb: row[9].text ?? "",
        title: LocalizedText(row[10].text ?? identifier, korean: row[11].text),
        author: row[12].text ?? "",
        requires: row[13].text.map { LocalizedText($0, korean: row[14].text) },
        rate: rate(row[15], row[16], row[17]), source: row[18].text ?? "")
    }
  }

  private static func rate(_ kind: Value, _ percent: Value, _ heading: Value) -> TariffRate? {
    guard let kind = TariffRate.Kind(rawValue: kind.text ?? ""), let percent = percent.real else {
      return nil
    }
    return TariffRate(kind: kind, percent: percent, heading: heading.text)
  }

  private static func day(_ value: Value) -> Day? {
    value.text.flatMap { try? Day($0) }
  }

  private static func acts(_ measure: String, _ connection: Connection) throws -> [MeasureAct] {
    try connection.rows(
      """
      SELECT act, valid_from, valid_until, includes_end, learned, citation
      FROM trade_measure_act WHERE measure = ? ORDER BY position
      """, [.text(measure)]
    ).compactMap { row in
      guard let kind = MeasureAct.Kind(rawValue: row[0].text ?? ""), let from = day(row[1]),
        let learned = day(row[4])
      else { return nil }
      return MeasureAct(
        kind, from: from, until: day(row[2]), includesEnd: row[3].integer == 1, learned: learned,
        citation: row[5].text ?? "")
    }
  }

  private static func scope(
    _ measure: String, isGeneral: Bool, _ day: Day, _ connection: Connection
  ) throws -> MeasureScope {
    let products = try connection.rows(
      """
      SELECT product, coverage,
        (SELECT group_concat(value, char(10)) FROM json_each(materials)),
        (SELECT group_concat(value, char(10)) FROM json_each(control_codes))
      FROM trade_measure_product WHERE measure = ? ORDER BY position
      """, [.text(measure)]
    ).compactMap { row -> ProductScope? in
      guard let product = try? ProductCode(row[0].text ?? "") else { return nil }
      return ProductScope(
        product, coverage: row[1].text == "whole" ? .whole : .part, materials: lines(row[2]),
        controlCodes: lines(row[3]))
    }
    var named: [String: [String]] = [:]
    for row in try connection.rows(
      "SELECT role, name FROM trade_measure_scope WHERE measure = ? ORDER BY role, name",
      [.text(measure)])
    {
      named[row[0].text ?? "", default: []].append(row[1].text ?? "")
    }
    func countries(_ role: String) throws -> Set<String> {
      Set(
        try (named[role] ?? []).flatMap { name in
          let members = try Countries.members(of: name, on: day, connection)
          return members.isEmpty ? [name] : members
        })
    }
    return MeasureScope(
      goods: isGeneral ? .all : products.isEmpty ? .notStated : .products(products),
      origins: try countries("origin"), destinations: try countries("destination"),
      excludedDestinations: try countries("excluded_destination"),
      parties: named["party"] ?? [],
      partyClasses: named["party_class"] ?? [], technologies: named["technology"] ?? [],
      controlCodes: named["control_code"] ?? [])
  }

  private static func lines(_ value: Value) -> [String] {
    (value.text ?? "").split(separator: "\n").map(String.init)
  }
}

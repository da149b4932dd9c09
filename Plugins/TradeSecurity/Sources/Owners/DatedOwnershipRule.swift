internal import Configuration
internal import Ownership
internal import Vocabulary

/// An ownership rule with the text it rests on and the days on which it holds.
struct DatedOwnershipRule: Sendable {
  /// A period in which a rule does not apply although it holds.
  struct Suspension: Sendable {
    let period: Validity
    let citation: String
    let note: String?
  }

  let name: String
  let title: String
  let rule: OwnershipRule
  let lists: [String]
  let validity: Validity
  let suspensions: [Suspension]
  let source: String
  let note: String?

  /// Takes a rule from checked settings.
  init(_ values: SettingValues) {
    name = values.text("name")
    title = values.text("title")
    lists = values.texts("lists")
    let threshold = try? ShareBounds(values.text("threshold"))
    func holdings(_ key: String) -> Set<Holding> {
      Set(values.texts(key).compactMap { Holding(name: $0) })
    }
    rule = OwnershipRule(
      method: OwnershipRule.Method(rawValue: values.text("method")) ?? .cascade,
      aggregation: OwnershipRule.Aggregation(rawValue: values.text("aggregation")) ?? .allOwners,
      threshold: threshold?.low ?? ShareUnits.whole,
      includesThreshold: values.text("comparison") == "at_least",
      measured: holdings("measured"), decisive: holdings("decisive"))
    validity = Self.period(values.mapping("valid"))
    suspensions = values.mappings("suspended").map {
      Suspension(
        period: Self.period($0), citation: $0.text("citation"), note: $0.optionalText("note"))
    }
    source = values.text("source")
    note = values.optionalText("note")
  }

  private static func period(_ values: SettingValues) -> Validity {
    Validity(
      from: values.optionalDay("from"), until: values.optionalDay("until"),
      includesEnd: values.flag("includes_end"))
  }

  /// The suspension that holds it back on a day; nil when it applies.
  func suspension(on day: Day) -> Suspension? {
    suspensions.first { $0.period.contains(day) }
  }

  /// What must be known of the rule beside the answer, one sentence each.
  func remarks(on day: Day) -> [String] {
    var remarks = ["rule \(name): \(title) (\(source))"]
    if let suspended = suspension(on: day) {
      let end = suspended.period.end.map { " until \($0.adding(days: -1))" } ?? ""
      remarks.append(
        "on \(day) the rule is suspended\(end), so that nobody is blocked by it "
          + "(\(suspended.citation))")
    }
    remarks += suspensions.filter { $0.period.from.map { $0 <= day } ?? true }.compactMap(\.note)
    return remarks + [note].compactMap { $0 }
  }
}

import Kernel
import NameMatching
import Store
import TestSupport
import Testing

@Suite("Re-screening of what changed")
struct RescreeningPropertyTests {
  private static let given = ["Ivan", "Iwan", "Maria", "Ali", "Mohammed", "Muhammad", "Jo", "Olga"]
  private static let family = [
    "Petrov", "Petrow", "Hassan", "Hasan", "Volkov", "Kim", "Al Hassan", "Marchenko", "Smith",
  ]

  /// A random history of a list and a portfolio.
  private struct History {
    var random: SeededGenerator
    var list: [InventedList.Party] = []
    var clients: [String: (name: String, birth: String, passport: String)] = [:]
    private var count = 0

    init(seed: UInt64) {
      random = SeededGenerator(seed: seed)
      for _ in 0..<12 { addEntry() }
      for _ in 0..<25 { addClient() }
    }

    private mutating func pick<Item>(_ items: [Item]) -> Item {
      items[Int.random(in: items.indices, using: &random)]
    }

    private mutating func name() -> String {
      let name = [pick(given), pick(family)]
      return (Bool.random(using: &random) ? name : name.reversed()).joined(separator: " ")
    }

    private mutating func birth() -> String { pick(["", "1960", "1960-05-01", "1971-02-03"]) }

    private mutating func passport() -> String { pick(["", "", "AB1234", "CD5678"]) }

    private mutating func addEntry() {
      count += 1
      let (birth, passport) = (birth(), passport())
      list.append(
        InventedList.Party(
          entry: "e\(count)", name: name(), aliases: Bool.random(using: &random) ? [name()] : [],
          birth: birth.isEmpty ? nil : birth, passport: passport.isEmpty ? nil : passport))
    }

    private mutating func addClient() {
      count += 1
      clients["c\(count)"] = (name(), birth(), passport())
    }

    /// Some random edits of both.
    mutating func edit() {
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        let (place, name, date) = (pick(Array(list.indices)), name(), pick(["1960", "1971-02-03"]))
        switch Int.random(in: 0..<7, using: &random) {
        case 0: addEntry()
        case 1: list.remove(at: place)
        case 2: list[place].name = name
        case 3: list[place].aliases.append(name)
        case 4: list[place].aliases = []
        case 5: list[place].birth = date
        default: list[place].entry += "x"
        }
        if list.isEmpty { addEntry() }
      }
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        let (client, name, birth) = (pick(clients.keys.sorted()), name(), birth())
        switch Int.random(in: 0..<4, using: &random) {
        case 0: addClient()
        case 1: clients[client] = nil
        case 2: clients[client]?.name = name
        default: clients[client]?.birth = birth
        }
        if clients.isEmpty { addClient() }
      }
    }

    var table: String {
      "id,name,birth_date,identifier\n"
        + clients.sorted { $0.key < $1.key }.map {
          "\($0.key),\($0.value.name),\($0.value.birth),\($0.value.passport)\n"
        }.joined()
    }
  }

  private func take(_ history: History, _ step: Int, into trade: TradeTower) throws {
    try InventedList.take(history.list, published: "20\(10 + step)-01-01", into: trade)
    let file = trade.folder.write("clients.csv", history.table)
    try trade.run([
      "trade", "portfolio", "import", file, "--portfolio", "clients", "--purpose", "test",
      "--marking", "TLP:CLEAR", "--allow-shrink",
    ])
  }

  private func hits(_ trade: TradeTower) throws -> [[Value]] {
    try trade.tower.read {
      try $0.rows(
        """
        SELECT party, entity, entity_name, score, listed_name, name_kind, explanation
        FROM trade_portfolio_hit ORDER BY party, entity
        """)
    }
  }

  @Test("its hits are those of a whole screening, after any history of edits", arguments: 1...6)
  func equal(seed: Int) throws {
    let trade = try TradeTower()
    var history = History(seed: UInt64(seed))
    let words = ["trade", "portfolio", "screen", "--portfolio", "clients"]
    try take(history, 0, into: trade)
    try trade.run(words)
    for step in 1...6 {
      let before = try hits(trade)
      history.edit()
      try take(history, step, into: trade)
      let alerts = try trade.rows(["trade", "portfolio", "rescreen", "--portfolio", "clients"])
      let after = try hits(trade)
      let kind = try trade.tower.read {
        try $0.first("SELECT kind FROM trade_portfolio_screening ORDER BY number DESC")?[0]
      }
      #expect(kind == "changes")
      try trade.run(words)
      #expect(try hits(trade) == after, "seed \(seed), step \(step)")
      // Every hit that came, went or scores otherwise is an alert with its reason.
      func pairs(_ rows: [[Value]]) -> Set<[Value]> { Set(rows.map { Array($0[0...4]) }) }
      let different = pairs(before).symmetricDifference(pairs(after)).map { [$0[0], $0[1]] }
      let alerted = Set(alerts.map { [$0["party"], $0["entity"]] })
      #expect(Set(different.map { $0.map(Optional.some) }).isSubset(of: alerted))
      #expect(alerts.allSatisfy { !($0["changes"]?.text ?? "").isEmpty })
    }
  }

  @Test("nothing is compared that a change would not be seen of")
  func everyFact() {
    // A fact that is added to these must be added to `ComparedFields`: decisions stand on it.
    let facts = Mirror(reflecting: PartyFacts()).children.compactMap(\.label)
    #expect(facts == ["births", "isApproximate", "countries", "numbers", "gender"])
    let name = Mirror(reflecting: ListedName(entry: "", text: "")).children.compactMap(\.label)
    #expect(name == ["entry", "text", "party", "role"])
  }

  @Test(
    "after a real change of a list the hits are those of a whole screening",
    .enabled(if: SharedData.has(PublishedList.un2026), "needs ../shared/data/lists"))
  func realPair() throws {
    let trade = try TradeTower()
    try trade.run(["import", "un-consolidated", SharedData.path(PublishedList.un2024)])
    let names = try trade.tower.read {
      try $0.rows("SELECT name FROM trade_list_name ORDER BY list, entry, position")
    }
    let rows = stride(from: 0, to: names.count, by: 7).map { "\"\(names[$0][0].text ?? "")\"" }
    let file = trade.folder.write("clients.csv", "name\n" + rows.joined(separator: "\n") + "\n")
    try trade.run([
      "trade", "portfolio", "import", file, "--portfolio", "clients", "--purpose", "test",
      "--marking", "TLP:CLEAR",
    ])
    try trade.run(["trade", "portfolio", "screen", "--portfolio", "clients"])
    let before = try hits(trade)
    try trade.run(["import", "un-consolidated", SharedData.path(PublishedList.un2026)])
    try trade.run(["trade", "portfolio", "rescreen", "--portfolio", "clients"])
    let after = try hits(trade)
    #expect(before != after)
    try trade.run(["trade", "portfolio", "screen", "--portfolio", "clients"])
    #expect(try hits(trade) == after)
  }
}

import Kernel
import Reference
import Store
import Testing
import Vocabulary

@Suite("Reverse dependence, partner shares and unit values on bundled trade")
struct PartnerIndicatorTests {
  private let store: PackStore
  private let members: Set<String>

  init() throws {
    store = try PackStore.shared.get()
    members = try store.tower.read { connection in
      Set(try Countries.members(of: "EU27", on: Day("2024-12-31"), connection))
    }
  }

  private func seen(_ country: String) -> String { members.contains(country) ? "EU27" : country }

  @Test("reverse dependence of a group as one equals a direct computation from the flows")
  func reverse() throws {
    let flows = try NaiveFlows(year: 2024, store).rows.filter {
      $0.product.hasPrefix("2805") && seen($0.exporter) != seen($0.importer)
    }
    let rows = try store.run(
      "supply", "reverse-dependence", "--country", "EU27", "--year", "2024", "--product",
      "hs92/2805"
    ).rows
    let sold = Set(
      flows.filter { members.contains($0.exporter) && $0.value > 0 }
        .map { "\($0.importer) hs92/\($0.product)" })
    #expect(
      Set(rows.map { "\($0["partner"]?.text ?? "") \($0["product"]?.text ?? "")" }) == sold)
    #expect(rows.count > 40)
    for row in rows {
      let product = row["product"]?.text?.dropFirst(5) ?? ""
      let partner = row["partner"]?.text ?? ""
      let world = flows.filter { $0.product == product }
      let bought = world.filter { $0.importer == partner }
      let shares = Dictionary(grouping: bought) { seen($0.exporter) }
        .mapValues { $0.reduce(0) { $0 + $1.value } }
      let imports = shares.values.reduce(0, +)
      let sales = shares["EU27"] ?? 0
      #expect(isNear(row["sales"]?.real, sales))
      #expect(isNear(row["share"]?.real, sales / imports))
      let index = shares.values.reduce(0) { $0 + ($1 / imports) * ($1 / imports) }
      #expect(isNear(row["hhi_imports"]?.real, index))
      let top = shares.values.max() ?? 0
      #expect((row["is_top_supplier"] == 1) == (sales == top))
      let total = world.reduce(0) { $0 + $1.value }
      let own = world.reduce(0) { members.contains($1.exporter) ? $0 + $1.value : $0 }
      #expect(isNear(row["world_share"]?.real, own / total))
      let others = world.reduce(0) {
        members.contains($1.exporter) || $1.exporter == partner ? $0 : $0 + $1.value
      }
      #expect(isNear(row["other_exports"]?.real, others))
    }
  }

  @Test("reverse dependence on one partner has the sales and shares of leverage")
  func sameAsLeverage() throws {
    let leverage = try store.run(
      "supply", "leverage", "--home", "KOR", "--partner", "EU27", "--year", "2024", "--top", "1000"
    ).rows
    let reverse = try store.run(
      "supply", "reverse-dependence", "--country", "KOR", "--partner", "EU27", "--year", "2024"
    ).rows
    #expect(leverage.count == reverse.count)
    for row in reverse {
      let same = leverage.first { $0["product"] == row["product"] }
      for name in ["sales", "partner_imports", "share", "hhi_imports", "other_exports"] {
        #expect(row[name] == same?[name])
      }
    }
  }

  @Test("partner shares of every product add up to one, and of one partner are a part of them")
  func shares() throws {
    let all = try store.run("supply", "partner-shares", "--importer", "EU27", "--year", "2024").rows
    for rows in Dictionary(grouping: all, by: { $0["product"] }).values {
      let shares = rows.compactMap { $0["import_share"]?.real }
      #expect(shares.isEmpty || isNear(shares.reduce(0, +), 1))
      #expect(!rows.contains { members.contains($0["partner"]?.text ?? "") })
    }
    let china = try store.run(
      "supply", "partner-shares", "--importer", "EU27", "--year", "2024", "--partner", "CHN"
    ).rows
    #expect(china == all.filter { $0["partner"] == "CHN" })
    let everybody = try store.run(
      "supply", "partner-shares", "--importer", "all", "--year", "2024", "--partner", "CHN"
    ).rows
    let korea = try store.run(
      "supply", "partner-shares", "--importer", "KOR", "--year", "2024", "--partner", "CHN"
    ).rows
    #expect(everybody.filter { $0["importer"] == "KOR" } == korea)
  }

  @Test("unit values keep an unknown quantity apart, and say where the data are thin")
  func unitValues() throws {
    let flows = try NaiveFlows(year: 2024, store).rows.filter { $0.importer == "KOR" }
    let rows = try store.run("supply", "unit-values", "--importer", "KOR", "--year", "2024").rows
    #expect(rows.count == flows.count { $0.value > 0 })
    for row in rows {
      let flow = flows.first {
        "hs92/" + $0.product == row["product"]?.text && $0.exporter == row["partner"]?.text
      }
      #expect(row["quantity"]?.real == flow?.quantity)
      let quantity = flow?.quantity ?? 0
      #expect(row["unit_value"]?.real == (quantity > 0 ? (flow?.value ?? 0) / quantity : nil))
      #expect(row["unknown_share"]?.real == (flow?.quantity == nil ? 1 : 0))
      #expect((row["thin"] == 1) == (row["thin_reason"]?.isNull == false))
    }
    #expect(rows.contains { $0["thin"] == 1 } && rows.contains { $0["thin"] == 0 })
  }

  @Test("a country inside a group that is asked about as well is refused")
  func overlap() {
    for words in [
      ["reverse-dependence", "--country", "DEU", "--partner", "EU27"],
      ["partner-shares", "--importer", "EU27", "--partner", "FRA"],
    ] {
      let error = #expect(throws: TowerError.self) {
        try Dispatcher(store.tower).run(["supply"] + words + ["--year", "2024"])
      }
      #expect(error?.message.contains("share countries") == true)
    }
  }
}

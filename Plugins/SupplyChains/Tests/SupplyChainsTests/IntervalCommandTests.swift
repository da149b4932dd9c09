import Kernel
import Store
import Testing
import Vocabulary

@Suite("supply dependence-intervals on bundled trade")
struct IntervalCommandTests {
  private let store: PackStore

  init() throws {
    store = try PackStore.shared.get()
  }

  private func rows(_ words: String...) throws -> [[String: Value]] {
    let result = try Dispatcher(store.tower).run(["supply", "dependence-intervals"] + words).result
    let names = result.tables[0].columns.map(\.name)
    return result.tables[0].rows.map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }
  }

  @Test("has the values of dependence, in intervals that contain them", arguments: ["KOR", "EU27"])
  func values(importer: String) throws {
    let points = try store.run("supply", "dependence", "--importer", importer, "--year", "2024")
      .rows
    let found = try rows("--importer", importer, "--year", "2024")
    for name in ["hhi_imports", "top_share"] {
      let intervals = found.filter { $0["indicator"] == .text(name) }
      #expect(intervals.map { $0["product"] } == points.map { $0["product"] })
      for (interval, point) in zip(intervals, points) {
        #expect(isNear(interval["value"]?.real, point[name]?.real ?? .nan))
        #expect((interval["low"]?.real ?? 2) <= (interval["value"]?.real ?? -1))
        #expect((interval["high"]?.real ?? -1) >= (interval["value"]?.real ?? 2))
        #expect((interval["rank_low"]?.integer ?? 99) <= (interval["rank"]?.integer ?? 0))
      }
    }
    let quantities = found.filter { $0["indicator"] == "hhi_quantity" }
    #expect(quantities.contains { $0["value"]?.isNull == true })
    #expect(found.allSatisfy { $0["error_basis"] == "assumed 10 %" })
  }

  @Test("tells of the threshold yes, no or cannot tell, and says which data are thin")
  func threeValued() throws {
    let found = try rows("--importer", "KOR", "--year", "2024").filter {
      $0["indicator"] == "hhi_imports"
    }
    for row in found {
      let (low, high) = (row["low"]?.real ?? .nan, row["high"]?.real ?? .nan)
      let wanted: Value = low > 0.4 ? 1 : high <= 0.4 ? 0 : .null
      #expect(row["above_threshold"] == wanted)
      #expect((row["thin"] == 1) == (row["thin_reason"]?.isNull == false))
    }
    #expect(Set(found.map { $0["above_threshold"] }) == [1, 0, .null])
    #expect(found.contains { $0["thin"] == 1 })
  }

  @Test("shows a product as it stands among all, and is the same as the function on every run")
  func oneProduct() throws {
    let all = try rows("--importer", "KOR", "--year", "2024")
    let one = try rows("--importer", "KOR", "--year", "2024", "--product", "hs92/280530")
    #expect(one == all.filter { $0["product"] == "hs92/280530" })
    #expect(one.count >= 2)
    let asked = try Dispatcher(store.tower).run([
      "query", "SELECT low FROM dependence_interval('KOR', 2024, NULL, 'hs92/280530')",
    ]).result.tables[0].rows
    #expect(asked.map { $0[0] } == one.map { $0["low"] })
  }
}

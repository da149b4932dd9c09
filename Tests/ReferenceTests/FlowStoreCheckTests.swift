import Kernel
import Reference
import Store
import TestSupport
import Testing

@Suite("Checking the flows of the store")
struct FlowStoreCheckTests {
  private let tower: ReferenceTower

  init() throws {
    tower = try ReferenceTower()
    try tower.takePack("baci-countries", "baci_country_codes.csv")
    try tower.run(
      "import", "baci",
      tower.folder.write(
        "hs92.csv", "t,i,j,k,v,q\n2022,156,410,280530,1.5,2\n2023,156,410,280530,2.5,\n"))
  }

  private func problems() throws -> [String] {
    let rows = try tower.run("store", "check").tables[0].rows
    return rows.filter { $0[0] == .text("trade flows") }.compactMap { $0[1].text }
  }

  private func change(_ sql: String) throws {
    try Connection(path: tower.folder.file("tower.db"), mode: .readWrite).executeScript(sql)
  }

  @Test("finds nothing in flows as they were imported")
  func sound() throws { #expect(try problems() == []) }

  @Test(
    "names the segment of which a byte was changed or cut off",
    arguments: ["keys", "value_block", "quantity_block"])
  func torn(_ block: String) throws {
    try change(
      """
      UPDATE flow_segment SET \(block) =
        CAST(substr(\(block), 1, 20) || x'5A' || substr(\(block), 22) AS BLOB) WHERE year = 2023
      """)
    let altered = try problems()
    #expect(altered.count == 1)
    #expect(altered[0].hasPrefix("the segment of flows hs92 2023 from product 280530: "))
    try change("UPDATE flow_segment SET \(block) = substr(\(block), 1, 30) WHERE year = 2022")
    #expect(try problems().map { $0.contains("2022") } == [true, false])
  }

  @Test("names blocks that stand beside others' keys, and counts that are not those of the segment")
  func exchanged() throws {
    try change(
      """
      UPDATE flow_segment SET value_block =
        (SELECT value_block FROM flow_segment WHERE year = 2022) WHERE year = 2023
      """)
    #expect(try problems().count == 1)
    try change("UPDATE flow_segment SET last_importer = 411 WHERE year = 2022")
    #expect(
      try problems().first
        == "the segment of flows hs92 2022 from product 280530: "
        + "the store lists other counts or ranges than it has")
  }

  @Test("misses a segment that is not there")
  func missing() throws {
    try change("DELETE FROM flow_segment WHERE year = 2022")
    #expect(try problems() == ["the flows of hs92/2022: 0 rows are there, 1 were imported"])
  }

  @Test("a damaged segment is never answered from")
  func refused() throws {
    try change("UPDATE flow_segment SET value_block = zeroblob(200), values_checksum = 7")
    let error = #expect(throws: (any Error).self) {
      try tower.run("query", "SELECT * FROM flows")
    }
    #expect("\(try #require(error))".contains("flows hs92 2022 from product 280530"))
  }
}

import Kernel
import Store
import TestSupport
import Testing

@Suite("Functions of values over the reference data")
struct ValueFunctionTests {
  private let tower: ReferenceTower

  init() throws {
    tower = try ReferenceTower()
    try tower.take(
      "iso-countries", "iso.json",
      """
      {"3166-1": [
        {"alpha_2": "KR", "alpha_3": "KOR", "name": "Korea, Republic of", "numeric": "410"},
        {"alpha_2": "TW", "alpha_3": "TWN", "common_name": "Taiwan",
         "name": "Taiwan, Province of China", "numeric": "158"}
      ]}
      """, "--translations",
      tower.folder.write(
        "ko.mo", catalogueBytes([("Korea, Republic of", "대한민국")], isBigEndian: true)))
    try tower.takePack("baci-countries", "baci_country_codes.csv")
  }

  private func value(_ expression: String) throws -> Value {
    try tower.run("query", "SELECT \(expression)").tables[0].rows[0][0]
  }

  @Test(
    "a country is known by any of its names and codes",
    arguments: [
      "KOR", "kr", "Korea, Republic of", "republic of korea", "the Republic of Korea", "대한민국",
      "  Rep.  of Korea ",
    ])
  func countries(name: String) throws {
    #expect(try value("country('\(name)')") == "KOR")
  }

  @Test("an unknown country is null, and so is null")
  func unknownCountry() throws {
    #expect(try value("country('Atlantis')") == .null)
    #expect(try value("country(NULL)") == .null)
    #expect(try value("country('')") == .null)
  }

  @Test("a product is its digits with the edition, and never silently of another edition")
  func products() throws {
    #expect(try value("product('2805.30', 'hs92')") == "hs92/280530")
    #expect(try value("product('hs92/2805', 'HS92')") == "hs92/2805")
    #expect(try value("product(NULL, 'hs92')") == .null)
    for call in [
      "product('hs17/280530', 'hs92')", "product('2805301', 'hs92')", "product('280530', 'hs93')",
      "product(280530, 'hs92')", "product('rare earths', 'hs92')",
    ] {
      #expect(throws: TowerError.self) { try value(call) }
    }
  }

  @Test("a share knows null, zero and whole numbers, and refuses a negative one")
  func shares() throws {
    #expect(try value("share(1, 4)") == 0.25)
    #expect(try value("share(NULL, 4)") == .null)
    #expect(try value("share(1, 0)") == .null)
    #expect(throws: TowerError.self) { try value("share(-1, 4)") }
  }

  @Test("the concentration of a group is that of its shares; an unknown part makes it unknown")
  func concentration() throws {
    func hhi(_ parts: String) throws -> Value {
      try tower.run("query", "SELECT hhi(v) FROM (SELECT 1 AS v WHERE 0 UNION ALL \(parts))")
        .tables[0].rows[0][0]
    }
    #expect(try hhi("VALUES (1), (1), (2)") == 0.375)
    #expect(try hhi("VALUES (3.5)") == 1.0)
    #expect(try hhi("VALUES (1), (NULL)") == .null)
    #expect(try hhi("SELECT 1 WHERE 0") == .null)
    #expect(try hhi("VALUES (0)") == .null)
    #expect(throws: TowerError.self) { try hhi("VALUES (1), (-1)") }
    #expect(throws: TowerError.self) { try hhi("VALUES ('much')") }
  }

  @Test("the concentration of a whole partition stands beside each row; a moving window is refused")
  func windows() throws {
    let rows = try tower.run(
      "query",
      "WITH p(k, v) AS (VALUES ('a', 1), ('a', 3), ('b', 2)) "
        + "SELECT k, hhi(v) OVER (PARTITION BY k) FROM p ORDER BY k"
    ).tables[0].rows
    #expect(rows == [["a", 0.625], ["a", 0.625], ["b", 1.0]])
    let moving = #expect(throws: TowerError.self) {
      try tower.run(
        "query",
        "WITH p(v) AS (VALUES (1), (2), (3)) "
          + "SELECT hhi(v) OVER (ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM p")
    }
    #expect(moving?.message.contains("knows no window that moves") == true)
  }
}

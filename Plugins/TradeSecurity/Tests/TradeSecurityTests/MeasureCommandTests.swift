import FoundationEssentials
import Kernel
import Store
import TestSupport
import Testing
import Vocabulary

private let cases = "cases/trade/china_measure_status_cases.csv"

@Suite("The register of measures")
struct MeasureCommandTests {
  private let trade: TradeTower

  init() throws {
    trade = try TradeTower()
    try trade.importMeasures()
  }

  private func measures(_ options: String...) throws -> [[String: Value]] {
    try trade.rows(["trade", "measures"] + options)
  }

  @Test(
    "has the status of every labelled case on its day",
    .enabled(if: SharedData.has(cases), "the labelled cases are absent"))
  func labelledCases() throws {
    let text = String(
      decoding: try Data(contentsOf: URL(filePath: SharedData.path(cases))), as: UTF8.self)
    let rows = text.split(whereSeparator: \.isNewline).dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(rows.count > 20)
    for row in rows {
      let found = try measures("--as-of", row[2]).first {
        $0["announcement"]?.text == row[0] && $0["limb"]?.text == row[1]
      }
      for (name, expected) in zip(["operative", "suspended", "not_yet_effective"], row[3...]) {
        #expect(found?[name] == Value(expected == "true"), "\(row) \(name)")
      }
    }
  }

  @Test("says that a suspension ended and nobody confirmed what followed")
  func unverified() throws {
    let unverified = try measures("--as-of", "2026-11-23", "--status", "expired_unverified")
    let announcements = Set(unverified.compactMap { $0["announcement"]?.text })
    #expect(announcements.isSuperset(of: ["2025-55", "2025-56", "2025-57", "2025-58", "2025-62"]))
    #expect(!announcements.contains("2025-18"))
  }

  @Test("knows only what had been learned by --known-at")
  func knownAt() throws {
    let then = try measures("--as-of", "2025-12-01", "--known-at", "2025-10-31")
    let now = try measures("--as-of", "2025-12-01")
    #expect(then.first { $0["announcement"]?.text == "2025-58" }?["status"] == .text("in_force"))
    #expect(now.first { $0["announcement"]?.text == "2025-58" }?["status"] == .text("suspended"))
  }

  @Test("answers a restriction with yes, no or what is missing, each step cited")
  func restricted() throws {
    func answer(_ product: String, _ options: String...) throws -> [Value] {
      let words = ["trade", "restricted", "--product", product, "--origin", "CHN"]
      return try trade.run(words + options).tables[0].rows[0]
    }
    let open = try answer("hs92/280530", "--destination", "KOR", "--as-of", "2025-05-01")
    #expect(open[0] == .text("cannot_tell"))
    #expect(open[1].text?.isEmpty == false)
    let named = try answer(
      "hs92/280530", "--destination", "KOR", "--as-of", "2025-05-01", "--material", "samarium")
    #expect(named[0] == .text("yes"))
    let before = try answer(
      "hs92/280530", "--destination", "KOR", "--as-of", "2023-01-01", "--material", "samarium")
    #expect(before[0] == .text("no"))
  }

  @Test("a material is known in any case and language, and one that nobody knows is never a no")
  func materials() throws {
    func answer(_ material: String) throws -> String? {
      try trade.run([
        "trade", "restricted", "--product", "hs92/284690", "--origin", "CHN", "--destination",
        "KOR", "--as-of", "2025-05-01", "--material", material,
      ]).tables[0].rows[0][0].text
    }
    #expect(try answer("Dysprosium") == "yes")
    #expect(try answer("디스프로슘") == "yes")
    #expect(try answer("neodymium") == "no")
    #expect(throws: (any Error).self) { try answer("dysprosum") }
    let asked = ["'Dysprosium'", "'neodymium'", "'dysprosum'", "'rare-earths'"].map {
      "SELECT answer FROM restricted('hs92/284690', 'CHN', 'KOR', \($0))"
    }
    let answers = try asked.map {
      try Question.ask($0, of: trade.tower, options: GlobalOptions()).tables[0].rows[0][0].text
    }
    #expect(answers == ["yes", "cannot_tell", "cannot_tell", "cannot_tell"])
  }

  @Test(
    "a listed party is known whatever the case, the punctuation and the legal form of its name",
    arguments: ["MP Materials Corp.", "mp materials corp", "MP Materials", "Materials, MP Corp"])
  func parties(name: String) throws {
    func answer(_ day: String, _ party: String) throws -> String? {
      try trade.run([
        "trade", "restricted", "--product", "hs92/854200", "--origin", "CHN", "--destination",
        "USA", "--as-of", day, "--party", party,
      ]).tables[0].rows[0][0].text
    }
    #expect(try answer("2026-06-22", name) == "yes")
    #expect(try answer("2026-06-21", name) == "cannot_tell")
    #expect(try answer("2024-12-02", name) == "no")
  }

  @Test("a measure that describes its parties leaves open whether a name is among them")
  func describedParties() throws {
    func row(_ destination: String, _ day: String) throws -> [Value] {
      try trade.run([
        "trade", "restricted", "--product", "hs92/854200", "--origin", "CHN", "--destination",
        destination, "--as-of", day, "--party", "Acme Institute",
      ]).tables[0].rows[0]
    }
    let military = try row("USA", "2024-12-03")
    #expect(military[0] == .text("cannot_tell"))
    #expect(
      military[1] == .text("whether Acme Institute is among: US military users; military uses"))
    #expect(try row("USA", "2024-12-02")[0] == .text("no"))
    #expect(try row("JPN", "2026-01-05")[0] == .text("no"))
    #expect(try row("JPN", "2026-01-06")[0] == .text("cannot_tell"))
  }

  @Test("the rare earths stand for their elements: which of them it is decides")
  func rareEarths() throws {
    _ = try trade.run([
      "import", "materials", project + "/config/reference/materials_hs92.csv.gz",
    ])
    let row = try trade.run([
      "trade", "restricted", "--product", "hs92/284690", "--origin", "CHN", "--destination", "KOR",
      "--as-of", "2025-05-01", "--material", "rare-earths",
    ]).tables[0].rows[0]
    #expect(row[0] == .text("cannot_tell"))
    #expect(row[1].text?.contains("dysprosium") == true)
  }

  @Test("a product of an edition that the register does not use names the missing concordance once")
  func otherEdition() throws {
    let row = try trade.run([
      "trade", "restricted", "--product", "hs22/811010", "--origin", "CHN", "--destination", "KOR",
      "--as-of", "2025-06-01",
    ]).tables[0].rows[0]
    #expect(row[0] == .text("cannot_tell"))
    #expect(row[1] == .text("a concordance from HS 2022 to HS 1992 for hs22/811010"))
  }

  @Test("importing the same files again changes nothing; one measure in two files is refused")
  func again() throws {
    let path = project + "/config/measures/china-october-2025.yaml"
    #expect(try trade.run(["import", "measures", path]).tables[0].rows[0][1] == .text("unchanged"))
    let copy = trade.folder.write(
      "copy.yaml",
      "# another file\n"
        + String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self))
    #expect(throws: (any Error).self) { try trade.run(["import", "measures", copy]) }
  }

  @Test("measures_in_force() gives what applies on a day, and leaves open what cannot be told")
  func inForceFunction() throws {
    func applies(_ measure: String, on day: String) throws -> [[Value]] {
      try Question.ask(
        "SELECT applies FROM measures_in_force('\(day)') WHERE measure = '\(measure)'",
        of: trade.tower, options: GlobalOptions()
      ).tables[0].rows
    }
    #expect(try applies("cn-2025-18", on: "2025-04-03") == [])
    #expect(try applies("cn-2025-18", on: "2025-04-04") == [[.integer(1)]])
    #expect(try applies("cn-2025-57", on: "2026-11-09") == [])
    #expect(try applies("cn-2025-57", on: "2026-11-10") == [[.null]])
  }

  @Test("restricted() answers as the command does")
  func restrictedFunction() throws {
    let rows = try Question.ask(
      """
      SELECT answer, missing IS NULL, measures FROM restricted('hs92/280530', 'CHN', 'KOR')
      UNION ALL SELECT answer, missing IS NULL, measures
      FROM restricted('hs92/280530', 'CHN', 'KOR', 'samarium')
      """, of: trade.tower, options: GlobalOptions()
    ).tables[0].rows
    #expect(rows.map { $0[0] } == [.text("cannot_tell"), .text("yes")])
    #expect(rows.map { $0[1] } == [.integer(0), .integer(1)])
    #expect(rows[0][2].text?.contains("cn-2025-18") == true)
  }

  @Test("an answer carries the strictest marking of the files of measures")
  func marking() throws {
    let words = [
      ["trade", "measures"],
      [
        "trade", "restricted", "--product", "hs92/811000", "--origin", "CHN", "--destination",
        "KOR",
      ],
    ]
    for command in words { #expect(try trade.run(command).marking == .clear) }
    let card = trade.folder.write(
      "card.yaml",
      "dataset: measures\npublisher: P\ntitle: T\nlicence: L\nmarking: TLP:AMBER\n")
    let file = trade.folder.write(
      "marked.yaml",
      """
      measures:
        - {id: m-1, announcement: "1", title: "A ban", kind: export_ban, author: AUS, authority: A,
           announced: 2026-01-01, learned: 2026-01-01, valid: {from: 2026-02-01}, citation: C}
      """)
    try trade.run(["import", "measures", file, "--card", card])
    for command in words { #expect(try trade.run(command).marking == Marking(.amber)) }
  }
}

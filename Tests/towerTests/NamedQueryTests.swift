import FoundationEssentials
import Glibc
import Kernel
import TestSupport
import Testing

/// The project's own folder.
private let project = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

/// What an answer on the bundled data must say, and what it must not.
private struct Fact {
  let query: String
  var parameters: [String] = []
  /// Openings of lines that must be there.
  let has: [String]
  /// What no line may hold.
  let hasNot: String
  /// Of which of the four domains the query reads.
  let joins: [String]
}

// Shares are of CEPII's BACI for Korea in 2024, measures of the register, as of 24 November 2026.
private let facts = [
  // Of China's controls, those on natural graphite and on rare earths bite; arsenic has no measure.
  Fact(
    query: "single-country-dependence",
    has: ["hs92/250410,CHN,0.932", "hs92/280530,CHN,0.802"], hasNot: "hs92/280480",
    joins: ["reference", "supply", "trade"]),
  // Japan, with a tenth of the rare earths, counts once a twentieth is enough.
  Fact(
    query: "single-country-dependence", parameters: ["second_share=0.05"],
    has: ["hs92/250410,CHN,0.932"], hasNot: "hs92/280530", joins: ["supply", "trade"]),
  Fact(
    query: "technologies-short-of-cover",
    has: ["arsenic,unknown,,,dram-memory,"], hasNot: "antimony,",
    joins: ["resources", "technology"]),
  // The target for rare metals is 100 days.
  Fact(
    query: "technologies-short-of-cover", parameters: ["days=101"],
    has: ["antimony,short,100", "arsenic,unknown,,,dram-memory,"], hasNot: "no such line",
    joins: ["resources", "technology"]),
  Fact(
    query: "listed-suppliers", has: ["CHE,0.1147"], hasNot: "RUS,",
    joins: ["supply", "trade"]),
  // Announcement 72 suspends the ban on gallium, germanium and antimony until 27 November 2026.
  Fact(
    query: "falling-due",
    has: [
      "2026-11-27,3,suspended ends,cn-2024-46-strategic-minerals",
      "2026-11-27,3,measure ends,cn-2025-72",
    ], hasNot: "us-232-metals-annex-3", joins: ["supply", "trade"]),
  // An end that is the last day of force is the day after it.
  Fact(
    query: "falling-due", parameters: ["days=500"],
    has: ["2028-01-01,403,measure ends,us-232-metals-annex-3"], hasNot: "cn-2025-70",
    joins: ["supply", "trade"]),
  Fact(
    query: "rising-concentration",
    has: ["hs92/250490,graphite,CHN,0.942", "hs92/280480,arsenic,CHN,0.903"],
    hasNot: "hs92/280530", joins: ["resources", "supply"]),
  Fact(
    query: "risky-restricted-materials",
    has: ["bismuth,0.322", "tellurium,0.316"], hasNot: "cobalt", joins: ["resources", "trade"]),
  Fact(
    query: "technology-exposure-to-country",
    has: ["dram-memory,DRAM memory,yes,deposition,hs92/810110,tungsten"], hasNot: "palladium",
    joins: ["reference", "technology"]),
  Fact(
    query: "holders-and-duties",
    has: ["hanbit-memory,", "sorae-cells,"], hasNot: "saebom-bio",
    joins: ["supply", "technology"]),
  Fact(
    query: "countries-we-can-press",
    has: ["CHN,24,14,hs92/711039,0.617", "USA,12,10,hs92/810600,0.402"], hasNot: "KOR,",
    joins: ["supply", "trade"]),
  // The flows are for 2024; the list of parties is of May 2024; the register of measures has no day.
  Fact(
    query: "stale-sources", has: ["baci/ac9ea18b6b773783", "ofac-sdn/", "measures/"],
    hasNot: "product-names/", joins: ["resources", "technology", "trade"]),
  Fact(
    query: "watch-list-under-measure",
    has: ["hs92/280530,1,2026-01-01,,cn-2025-18,CHN,in_force"], hasNot: "hs92/260112",
    joins: ["supply", "trade"]),
  Fact(
    query: "dependence-data-gaps", has: ["hs92/260112,BRA,0.575"], hasNot: "hs92/810110",
    joins: ["reference", "supply", "technology"]),
  Fact(
    query: "bypass-routes",
    has: ["VNM,195486.5", "JPN,11621.02"], hasNot: "CHN,", joins: ["supply", "trade"]),
]

@Suite("The named queries")
struct NamedQueryTests {
  private let folder = ScratchFolder()

  /// Runs the program in the scratch folder, into which the project's configuration is linked.
  private func run(_ words: [String]) -> (status: Int32, lines: [String], messages: String) {
    let status = StartedProcess(
      [project + "/.build/debug/tower"] + words, in: folder.path, output: folder.file("output"),
      messages: folder.file("messages"), environment: ["TOWER_CLOCK=2026-11-24T00:00:00Z"]
    ).wait()
    let lines = folder.text("output").split(separator: "\n").map(String.init)
    return (status, lines, folder.text("messages"))
  }

  private func prepare() throws {
    symlink(project + "/config", folder.file("config"))
    try #require(run(["batch", "run", "config/jobs/daily-brief.yaml"]).status == 0)
    _ = folder.write(
      "items.csv",
      "agency,importer,product,tier,reason,listed_on,review_due,removed_on,removal_reason,marking\n"
        + "motir,KOR,hs92/280530,1,magnets,2026-01-01,,,,TLP:CLEAR\n"
        + "motir,KOR,hs92/260112,1,steel,2026-01-01,,,,TLP:CLEAR\n")
    _ = folder.write(
      "items.csv.card.yaml",
      """
      dataset: watchlist-items
      publisher: Ministry
      title: Own list
      licence: internal
      marking: TLP:CLEAR
      """)
    let outcome = run(["import", "watchlist-items", "items.csv"])
    try #require(outcome.status == 0, "\(outcome.messages)")
  }

  @Test("answer on the bundled data what is known of them")
  func answers() throws {
    try prepare()
    for fact in facts {
      let given = fact.parameters.flatMap { ["--parameter", $0] }
      let answer = run(["ask", fact.query, "--format", "csv"] + given)
      #expect(answer.status == 0, "\(fact.query): \(answer.messages)")
      for opening in fact.has {
        #expect(
          answer.lines.contains { $0.hasPrefix(opening) }, "\(fact.query): \(opening)")
      }
      #expect(!answer.lines.contains { $0.contains(fact.hasNot) }, "\(fact.query)")
    }
    let listed = run(["ask", "--format", "csv"]).lines.dropFirst()
    #expect(Set(listed.map { $0.prefix { $0 != "," } }) == Set(facts.map { Substring($0.query) }))
    let modules = run(["query", "SELECT query, modules FROM tower_queries", "--format", "ndjson"])
    for fact in facts {
      let line = try #require(modules.lines.first { $0.contains("\"\(fact.query)\"") })
      #expect(fact.joins.allSatisfy(line.contains), "\(line)")
    }
  }

  @Test("name the nearest query and parameter, and all that is wrong at once")
  func misspelt() throws {
    symlink(project + "/config", folder.file("config"))
    let name = run(["ask", "falling-dew"])
    #expect(name.status == ExitStatus.usage.rawValue)
    #expect(name.messages.contains("did you mean falling-due?"))
    let parameters = run([
      "ask", "falling-due", "--parameter", "dayz=3", "--parameter", "days=soon",
    ])
    #expect(parameters.status == ExitStatus.usage.rawValue)
    #expect(parameters.messages.contains("did you mean days?"), "\(parameters.messages)")
    #expect(parameters.messages.contains("days: 'soon' is not a whole number"))
  }

  @Test("are explained with their parameters, columns and SQL, and have headings in Korean")
  func explained() throws {
    try prepare()
    let page = run(["ask", "falling-due", "--show-sql"]).lines.joined(separator: "\n")
    #expect(page.contains("days=INTEGER") && page.contains("julianday(day)"))
    let korean = run(["ask", "falling-due", "--language", "ko"]).lines
    #expect(korean.first?.contains("남은 일수") == true, "\(korean)")
  }

  @Test("a watch raises an alert for what changed, and says when it is the question that changed")
  func watched() throws {
    try prepare()
    #expect(run(["watch", "run", "deadlines", "--format", "csv"]).lines[1].contains("no baseline"))
    #expect(run(["watch", "baseline", "deadlines"]).status == 0)
    #expect(run(["watch", "run", "deadlines", "--format", "csv"]).lines[1].contains("same,0,0,0"))
    // A month later nothing is left that falls due within thirty days.
    let later = ["--as-of", "2026-12-24"]
    let differing = run(["watch", "run", "deadlines", "--format", "csv"] + later)
    #expect(differing.lines[1].contains("different,0,2,0,2,0"), "\(differing.lines)")
    #expect(differing.messages.contains("the baseline is for 2026-11-24"))
    #expect(run(["alerts", "--format", "csv"] + later).lines.count == 3)
    #expect(run(["ledger", "verify"]).status == 0)
  }
}

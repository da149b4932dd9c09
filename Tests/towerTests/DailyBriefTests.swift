import FoundationEssentials
import Glibc
import Kernel
import Shell
import Store
import TestSupport
import Testing

@testable import tower

/// The project's own folder.
private let project = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

/// Whether every command of the daily job is installed.
private let isWhole: Bool = {
  let names = (try? Registry(installedModules).commands.map(\.name)) ?? []
  return [
    "brief", "import iso-countries", "import ofac-sdn", "import technologies",
    "resources criticality", "import stock-positions",
  ].allSatisfy(names.contains)
}()

@Suite("The daily brief", .enabled(if: isWhole, "a command of the job is not installed"))
struct DailyBriefTests {
  private let folder = ScratchFolder()
  private let report = "var/briefs/rare-earths-2025-04/"

  /// Runs the program in the scratch folder, into which the project's configuration is linked.
  private func run(_ words: String...) -> Int32 {
    symlink(project + "/config", folder.file("config"))
    return StartedProcess(
      [project + "/.build/debug/tower"] + words, in: folder.path, output: folder.file("output"),
      messages: folder.file("messages"),
      environment: ["TOWER_CLOCK=2026-11-24T00:00:00Z"]
    ).wait()
  }

  private func rows(_ sql: String) throws -> [[Value]] {
    try Store(path: folder.file("var/tower.db")).read { try $0.rows(sql) }
  }

  /// The number of rows of every table, but for those that every run adds to.
  private func counts() throws -> [String: Int64] {
    var counts: [String: Int64] = [:]
    let growing = ["batch_run", "batch_step", "batch_input", "batch_artefact", "tower_ledger"]
    for row in try rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name") {
      guard let name = row[0].text, !growing.contains(name) else { continue }
      counts[name] = try rows("SELECT count(*) FROM \"\(name)\"")[0][0].integer
    }
    return counts
  }

  private func stepsDone(in number: Int) throws -> [String] {
    try rows(
      """
      SELECT step FROM batch_step WHERE run = 'daily-brief/2026-11-24/\(number)' AND status = 'done'
      ORDER BY position
      """
    ).compactMap { $0[0].text }
  }

  @Test("is written from the bundled data; a second run changes nothing that did not change")
  func twice() throws {
    #expect(
      run("batch", "run", "config/jobs/daily-brief.yaml", "--events") == 0,
      "\(folder.text("messages"))")
    let kinds = folder.text("output").split(separator: "\n").map {
      $0.contains(#""event":"run_finished""#)
    }
    #expect(kinds.lastIndex(of: true) == kinds.count - 1)
    let names = ["brief.html", "brief.md", "brief.json"]
    let reports = names.map { folder.text(report + $0) }
    #expect(reports.allSatisfy { !$0.isEmpty })
    let before = try counts()
    let flows = try rows("SELECT coalesce(sum(row_count), 0) FROM flow_segment")[0][0].integer
    #expect(flows.map { $0 > 100_000 } == true)

    #expect(run("batch", "run", "config/jobs/daily-brief.yaml") == 0, "\(folder.text("messages"))")
    #expect(names.map { folder.text(report + $0) } == reports)
    #expect(try counts() == before)
    // What is shown, and what looks at the ledger that every run adds to, is done again; technologies
    // and what follows them once, since a later step of the first run brought the holdings that they are checked against.
    let second = try stepsDone(in: 2)
    #expect(second == ["technologies", "technology-holders", "brief", "ledger"])
    #expect(run("batch", "run", "config/jobs/daily-brief.yaml") == 0, "\(folder.text("messages"))")
    #expect(try stepsDone(in: 3) == ["brief", "ledger"])
    #expect(try counts() == before)
    #expect(run("ledger", "verify") == 0)
  }

  @Test("says every sentence in both languages, and calls countries by their names")
  func sentences() throws {
    #expect(
      run("batch", "run", "config/jobs/daily-brief.yaml") == 0, "\(folder.text("messages"))")
    let codes = Set(try rows("SELECT id FROM country").compactMap { $0[0].text })
    #expect(codes.contains("KOR") && codes.contains("TWN"))
    for event in [
      "rare-earths-2025-04", "antimony-full-stop", "gallium-germanium-2023-07",
      "us-minimum-total-2026-07",
    ] {
      #expect(run("brief", "config/events/\(event).yaml", "--out", "var/\(event)") == 0)
      let brief = try JSONDecoder().decode(
        Brief.self, from: Data(folder.text("var/\(event)/brief.json").utf8))
      #expect(!brief.findings.isEmpty)
      for finding in brief.findings {
        let sentences = [finding.statement] + finding.missing
        #expect(sentences.allSatisfy { $0.ko != nil }, "\(sentences)")
        // The names of listed parties stand as they are printed.
        let evidence = finding.evidence.filter { !$0.en.contains("(ofac-") }
        for text in (sentences + evidence).flatMap({ [$0.en, $0.ko ?? ""] }) {
          let words = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
          #expect(codes.isDisjoint(with: words), "\(text)")
        }
      }
    }
  }

  private struct Brief: Decodable {
    let findings: [Finding]

    struct Finding: Decodable {
      let statement: Sentence
      let missing: [Sentence]
      let evidence: [Sentence]
    }

    struct Sentence: Decodable {
      let en: String
      let ko: String?
    }
  }
}

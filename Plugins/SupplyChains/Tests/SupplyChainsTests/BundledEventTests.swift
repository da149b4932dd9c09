import Kernel
import Reference
import Store
import Testing
import Vocabulary

@Suite("The supply lenses on the bundled events")
struct BundledEventTests {
  private static let events = [
    "rare-earths-2025-04", "gallium-germanium-2023-07", "antimony-full-stop",
    "us-minimum-total-2026-07",
  ]

  private let store: PackStore

  init() throws {
    store = try PackStore.shared.get()
  }

  @Test("keep the contract of a finding", arguments: events)
  func contract(name: String) throws {
    let findings = try store.findings(store.event(name))
    #expect(!findings.isEmpty)
    let indicators = store.tower.registry.indicators
    let sources = try store.tower.read { try $0.rows("SELECT id FROM tower_source") }
      .compactMap { $0[0].text }
    for finding in findings {
      let indicator = try #require(indicators[finding.indicator])
      #expect((finding.value == nil) == !finding.missing.isEmpty)
      #expect(finding.value == nil || finding.unit == indicator.unit)
      #expect(finding.value?.isFinite != false)
      #expect(!finding.statement.english.hasSuffix("."))
      #expect(finding.statement.english.first?.isUppercase == true)
      let korean = try #require(finding.statement.korean)
      #expect(!korean.hasSuffix(".") && korean.contains { ("가"..."힣").contains($0) })
      for text in [finding.statement.english, korean] {
        #expect(text.filter { $0 == "(" }.count == text.filter { $0 == ")" }.count)
        #expect(!text.contains("Optional") && !text.contains("  ") && !text.contains("nan"))
      }
      for missing in finding.missing { #expect(missing.korean != nil) }
      #expect(Set(finding.sources).isSubset(of: sources))
      #expect(!finding.sources.isEmpty || !finding.missing.isEmpty)
      if finding.value != nil {
        #expect(finding.statement.english.contains(String(finding.asOf.year)))
      }
    }
    let lenses = store.tower.registry.lenses
    #expect(Set(findings.map(\.indicator)).isSubset(of: lenses.flatMap(\.writes)))
  }

  @Test("find the same on a second run, to the letter", arguments: events)
  func repeatable(name: String) throws {
    let event = try store.event(name)
    #expect(try store.findings(event) == store.findings(event))
  }

  @Test("rare earths: the shares of imports and of the loss are those of the flows")
  func rareEarths() throws {
    let findings = try store.findings(store.event("rare-earths-2025-04"))
    let flows = try NaiveFlows(year: 2024, store)
    for digits in ["280530", "284690"] {
      let about = findings.filter { $0.subject.identifier == "hs92/\(digits)" }
      let total = flows.sum { $0.product == digits && $0.importer == "KOR" }
      let china = flows.sum {
        $0.product == digits && $0.importer == "KOR" && $0.exporter == "CHN"
      }
      #expect(isNear(about.first { $0.indicator == "import_value" }?.value, total))
      let risk = try #require(about.first { $0.indicator == "share_at_risk" })
      #expect(isNear(risk.value, china / total))
      #expect(risk.object?.description == "country:CHN")
      let shares = about.filter { $0.indicator == "import_share" }
      #expect(shares.count == 5)
      let values = shares.compactMap(\.value)
      #expect(values == values.sorted(by: >))
      let others = flows.sum { $0.product == digits && !["CHN", "KOR"].contains($0.exporter) }
      let capacity = about.first { $0.indicator == "alternative_capacity" }
      #expect(isNear(capacity?.value, others / china))
      let suppliers = about.filter { $0.indicator == "alternative_supplier" }
      #expect(suppliers.count == 8)
      #expect(!suppliers.contains { $0.object?.identifier == "CHN" })
      let dependence = try store.run(
        "supply", "dependence", "--importer", "KOR", "--year", "2024", "--product",
        "hs92/\(digits)"
      ).rows.first
      let finding = about.first { $0.indicator == "import_dependence" }
      #expect(finding?.value == dependence?["hhi_imports"]?.real)
      // Others export far more than five times the loss: the share alone would be serious.
      #expect(risk.level == .alert)
    }
  }

  @Test("magnets are not among the codes held, and that is said")
  func magnets() throws {
    let findings = try store.findings(store.event("rare-earths-2025-04"))
      .filter { $0.subject.identifier == "hs92/850511" }
    #expect(findings.map(\.indicator) == ["import_value", "share_at_risk", "alternative_capacity"])
    #expect(findings.allSatisfy { $0.missing.first?.english.contains("71 HS 1992 codes") == true })
  }

  @Test("gallium and germanium: no trade is recorded, and every product shows as a gap")
  func gallium() throws {
    let event = try store.event("gallium-germanium-2023-07")
    let findings = try store.findings(event).filter { $0.indicator != "reverse_dependence" }
    for product in event.products {
      let about = findings.filter { $0.subject == product.subject }
      #expect(about.map(\.indicator) == ["import_value", "share_at_risk", "alternative_capacity"])
      #expect(about.allSatisfy { $0.value == nil && $0.level == nil && !$0.missing.isEmpty })
      // The year in which the event starts is held, so it is the one that is read.
      #expect(about.allSatisfy { $0.missing.first?.english.contains("2023") == true })
    }
  }

  @Test("antimony: what China does not sell on record is not taken for a loss of nothing")
  func antimony() throws {
    let findings = try store.findings(store.event("antimony-full-stop"))
      .filter { $0.subject.identifier == "hs92/261710" }
    let value = findings.first { $0.indicator == "import_value" }
    #expect((value?.value ?? 0) > 0)
    let risk = try #require(findings.first { $0.indicator == "share_at_risk" })
    #expect(risk.value == nil)
    #expect(risk.missing.first?.english.contains("does not mean that there are none") == true)
    #expect(findings.count { $0.indicator == "alternative_supplier" } == 8)
    #expect(findings.first { $0.indicator == "alternative_capacity" }?.value == nil)
  }

  @Test("a tariff: exports to its author over the codes held, and what the author needs from home")
  func tariff() throws {
    let findings = try store.findings(store.event("us-minimum-total-2026-07"))
    let flows = try NaiveFlows(year: 2024, store)
    let exports = findings.filter { $0.indicator == "export_value" }
    #expect(exports.map(\.subject.description) == ["product:hs92/850780", "country:KOR"])
    #expect(exports[0].value == nil)
    #expect(isNear(exports[1].value, flows.sum { $0.exporter == "KOR" && $0.importer == "USA" }))
    #expect(exports[1].statement.english.contains("71 HS 1992 codes"))
    let reverse = findings.filter { $0.indicator == "reverse_dependence" }
    #expect(reverse.count == 10)
    for finding in reverse {
      let digits = String(finding.subject.identifier.dropFirst(5))
      let imports = flows.sum { $0.product == digits && $0.importer == "USA" }
      let sales = flows.sum {
        $0.product == digits && $0.importer == "USA" && $0.exporter == "KOR"
      }
      #expect(isNear(finding.value, sales / imports))
    }
    #expect(!findings.contains { $0.indicator == "import_value" })
  }
}

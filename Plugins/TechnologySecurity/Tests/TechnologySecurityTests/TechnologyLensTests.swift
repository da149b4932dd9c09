import Kernel
import TestSupport
import Testing
import Vocabulary

@Suite("The lens on technologies and industries")
struct TechnologyLensTests {
  private let whole: TechnologyTower

  init() throws {
    whole = try TechnologyTower.whole()
  }

  /// Findings of an indicator as `technology product`, those that can be told.
  private func pairs(_ findings: [Finding], _ indicator: String) -> [String] {
    findings.filter { $0.indicator == indicator && $0.status == .known }.map {
      [$0.subject.identifier, $0.object?.identifier].compactMap { $0 }.joined(separator: " ")
    }
  }

  @Test("rare earths: the technologies that need the products, by weight; magnets' status is open")
  func rareEarths() throws {
    let findings = try whole.read("rare-earths-2025-04")
    #expect(
      pairs(findings, "technology_exposed") == [
        "multilayer-ceramic-capacitors hs92/284690", "traction-motors hs92/850511",
        "ndfeb-magnets hs92/280530", "ndfeb-magnets hs92/284690",
      ])
    let levels = findings.filter { $0.level != nil }
    #expect(
      levels.map(\.subject.identifier) == ["multilayer-ceramic-capacitors", "traction-motors"])
    #expect(levels.allSatisfy { $0.level == .caution })
    let gap = findings.first {
      $0.subject.identifier == "ndfeb-magnets" && $0.object == nil && !$0.missing.isEmpty
    }
    #expect(gap?.missing.first?.english.contains("national core technology on 2026-11-24") == true)
    let cerium = findings.filter {
      $0.object == Subject(kind: "material", identifier: "rare-earths")
    }
    #expect(cerium.count == 5)
    #expect(cerium.allSatisfy { $0.status != .known && $0.level == nil })
    #expect(
      cerium.first?.missing.first?.english.contains("does not name cerium compounds (hs92/284610)")
        == true)
    #expect(pairs(findings, "industry_exposed").contains("hs92/850132 traction-motors"))
  }

  @Test("the sentence names the step, what is meant of the code, and the loss, in both languages")
  func sentence() throws {
    let first = try #require(try whole.read("rare-earths-2025-04").first)
    #expect(
      first.statement.english
        == "Multilayer ceramic capacitors (a national core technology): the step 'Ceramic powder' "
        + "needs compounds of rare earths other than cerium (hs92/284690, dysprosium, holmium, "
        + "yttrium); the event assumes the loss of 100 % of what comes from China")
    #expect(
      first.statement.korean
        == "국가핵심기술인 적층세라믹콘덴서(MLCC)는 ‘세라믹 분말’ 공정에서 희토류 화합물(세륨 제외)"
        + "(hs92/284690, 디스프로슘, 홀뮴, 이트륨)을 사용하며, 이 사안은 China산 물량의 100% 손실을 가정한다")
    let step = "Ceramic powder: oxides that raise the life"
    #expect(first.evidence.first?.english.hasPrefix(step) == true)
    #expect(first.evidence.last?.english.contains("21 uF/mm3") == true)
    #expect(first.sources.count == 1)
    #expect(first.marking == .clear)
  }

  @Test("gallium and germanium: a shared code is certain only for the material that is named")
  func galliumAndGermanium() throws {
    let findings = try whole.read("gallium-germanium-2023-07")
    #expect(
      pairs(findings, "technology_exposed") == [
        "foundry-logic hs92/811230", "gan-rf-power-amplifiers hs92/811291",
        "oled-display hs92/811291", "infrared-optics hs92/811230", "ndfeb-magnets hs92/811291",
      ])
    let hafnium = findings.first {
      $0.subject.identifier == "foundry-logic" && $0.object?.identifier == "hs92/811291"
    }
    #expect(hafnium?.missing.first?.english.contains("hafnium of the gate dielectric") == true)
    let unmet = findings.first { $0.subject.identifier == "hs92/282560" }
    #expect(unmet?.statement.english.contains("does not mean that none does") == true)
    #expect(unmet?.missing.count == 1)
  }

  @Test("antimony: technologies that are not national core carry no level")
  func antimony() throws {
    let findings = try whole.read("antimony-full-stop")
    #expect(
      pairs(findings, "technology_exposed") == [
        "ammunition-primers hs92/261710", "ammunition-primers hs92/811000",
        "infrared-optics hs92/261710", "antimony-flame-retardants hs92/261710",
        "antimony-flame-retardants hs92/282580", "antimony-flame-retardants hs92/811000",
      ])
    #expect(findings.allSatisfy { $0.level == nil })
  }

  @Test("a tariff strikes the technologies whose products it names; no flow is lost")
  func tariff() throws {
    let findings = try whole.read("us-minimum-total-2026-07")
    #expect(pairs(findings, "technology_exposed") == ["lithium-ion-cells hs92/850780"])
    #expect(
      pairs(findings, "industry_exposed")
        == ["hs17/850760 lithium-ion-cells", "hs92/850780 lithium-ion-cells"])
    #expect(findings.allSatisfy { $0.level == nil })
    #expect(findings.first?.statement.english.contains("is what the event strikes") == true)
  }

  @Test("holders are counted, and said to be synthetic; none on record is no finding of none")
  func holders() throws {
    let findings = try whole.read("rare-earths-2025-04").filter {
      $0.indicator == "technology_holders"
    }
    let motors = findings.first { $0.subject.identifier == "traction-motors" }
    #expect(motors?.value == 1)
    #expect(motors?.statement.english.hasSuffix("(synthetic demonstration data)") == true)
    #expect(motors?.statement.korean?.hasSuffix("(시연용 가상 자료)") == true)
    let capacitors = findings.first { $0.subject.identifier == "multilayer-ceramic-capacitors" }
    #expect(capacitors?.value == nil)
    #expect(capacitors?.missing.count == 1)
  }

  @Test(
    "every finding is a sentence in both languages, with the sources of its rows",
    arguments: [
      "rare-earths-2025-04", "gallium-germanium-2023-07", "antimony-full-stop",
      "us-minimum-total-2026-07",
    ])
  func form(event: String) throws {
    let findings = try whole.read(event)
    #expect(!findings.isEmpty)
    for finding in findings {
      #expect(!finding.statement.english.hasSuffix("."))
      #expect(finding.statement.korean?.isEmpty == false)
      #expect(!finding.sources.isEmpty)
      #expect(finding.missing.isEmpty || finding.value == nil)
      #expect(finding.missing.allSatisfy { $0.korean != nil })
    }
    #expect(try whole.read(event) == findings)
  }

  @Test("the level is a setting, and can be switched off")
  func setting() throws {
    let off = try TechnologyTower.whole(settings: ", exposed_core_level: none")
    #expect(try off.read("rare-earths-2025-04").allSatisfy { $0.level == nil })
    let alert = try TechnologyTower.whole(settings: ", exposed_core_level: alert")
    #expect(try alert.read("rare-earths-2025-04").compactMap(\.level) == [.alert, .alert])
  }

  @Test("a loss that is over, or begins beyond the horizon, carries no level")
  func validity() throws {
    let shock = "product: hs92/850511, origin: CHN, loss: 50%, basis: b"
    func levels(_ dates: String) throws -> [Level] {
      let event = try whole.event(
        "kind: outage, horizon_days: 30, shocks: [{\(shock), \(dates)}]")
      return try whole.read(event).compactMap(\.level)
    }
    #expect(try levels("from: 2026-12-01") == [.caution])
    #expect(try levels("from: 2026-10-01, until: 2026-11-24") == [])
    #expect(try levels("from: 2026-10-01, until: 2026-11-25") == [.caution])
    #expect(try levels("from: 2026-12-25") == [])
  }

  @Test("products of another edition, unknown technologies and an empty register are gaps")
  func gaps() throws {
    let event = try whole.event(
      """
      kind: outage, subjects: ["product:hs22/284690", "technology:dram-memry", "material:tin"]
      """)
    let missing = try whole.read(event).flatMap(\.missing).map(\.english)
    #expect(missing.contains("the conversion of hs22/284690 from hs22 to hs92"))
    #expect(missing.contains { $0.contains("dram-memry") && $0.contains("nearest is dram-memory") })
    let empty = try TechnologyTower().read(event)
    #expect(empty.count == 3)
    #expect(empty.allSatisfy { $0.missing.first?.english == "the register of technologies" })
  }
}

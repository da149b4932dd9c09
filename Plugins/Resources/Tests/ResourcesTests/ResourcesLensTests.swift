import FoundationEssentials
import Kernel
import Resources
import Store
import TestSupport
import Testing
import Vocabulary

private let stocks = """
  agency,material,kind,amount,unit,days,consumption_per_year,as_of,marking,note
  komir,antimony,held,900,t,,9125,2026-10-01,TLP:GREEN,
  pps,antimony,held,100,t,,,2026-09-01,TLP:GREEN,
  nso,antimony,held,5000,t,,,2026-09-01,TLP:RED,

  """

@Suite("The lens on materials and stocks")
struct ResourcesLensTests {
  private let resources: ResourcesTower

  init() throws {
    resources = try ResourcesTower(
      configuration: """
        agency: {id: motir, name: {en: Industry}, country: KOR}
        markings: {holds: [TLP:CLEAR, TLP:GREEN]}
        coordination:
          agencies:
            - {id: pps, name: {en: Public Procurement Service, ko: 조달청}, role: {en: stocks, ko: 비축}}
          tasks: []
        """)
    try resources.importNames()
    try resources.importBundled("world-mining", "world_mining_2020_2024.csv.gz")
    try resources.importBundled("wgi", "wgi_political_stability_estimate.csv.gz")
    try resources.importBundled("baci", "baci_hs92_raw_materials_2022_2024.csv.gz")
  }

  private func event(_ name: String) throws -> Event {
    try Event.load(path: projectFolder + "/config/events/\(name).yaml")
  }

  private func share(_ product: String, _ share: Double?, origin: String = "CHN") throws -> Finding
  {
    Finding(
      "share_at_risk", subject: try Subject("product:" + product),
      object: try Subject("country:" + origin), value: share, asOf: try Day("2024-12-31"),
      status: share == nil ? .insufficient(missing: [LocalizedText("flows")]) : .known,
      statement: LocalizedText("share"))
  }

  private func read(_ event: Event, _ findings: [Finding] = [], asOf: String = "2026-11-24") throws
    -> [Finding]
  {
    let lens = try #require(
      resources.tower.registry.lenses.first { $0.identifier == "resources-holding" })
    return try resources.tower.read { connection in
      try lens.read(
        LensInput(
          event: event, findings: findings, connection: connection, tower: resources.tower,
          asOf: try Day(asOf), knownAt: nil))
    }
  }

  private func cover(_ findings: [Finding], _ material: String = "antimony") throws -> Finding {
    try #require(
      findings.first {
        $0.indicator == "days_of_cover" && $0.subject.identifier == material
      })
  }

  @Test("names the five largest producers and the concentration of the latest full year")
  func production() throws {
    let found = try read(event("antimony-full-stop"))
    let shares = found.filter { $0.indicator == "world_production_share" }
    #expect(shares.count == 5)
    #expect(shares[0].object == (try Subject("country:CHN")))
    #expect(shares.map { $0.value ?? 0 } == shares.map { $0.value ?? 0 }.sorted(by: >))
    #expect(shares.allSatisfy { $0.asOf == (try? Day("2024-12-31")) && !$0.sources.isEmpty })
    let index = try #require(found.first { $0.indicator == "production_concentration" })
    let value = try #require(index.value)
    #expect((0.2...0.5).contains(value))
    let earlier = try read(event("antimony-full-stop"), asOf: "2024-12-30")
    #expect(earlier.first?.asOf == (try Day("2023-12-31")))
  }

  @Test("tells the parts of the supply risk, and that the substitution index is missing")
  func supplyRisk() throws {
    let found = try read(event("rare-earths-2025-04"))
    let risk = try #require(found.first { $0.indicator == "supply_risk" })
    #expect(risk.value == nil)
    #expect(
      risk.missing.map(\.english) == [
        "the substitution index for supply risk of rare Earths (REO) for 2024"
      ])
    #expect(risk.statement.english.contains("before substitution it is"))
    #expect(risk.evidence.contains { $0.english.hasPrefix("HHI_WGI of world production: ") })
    try resources.importText(
      "substitution-indices", "material,si_sr,year,note\nrare-earths,0.9,2023,\n")
    let known = try #require(
      try read(event("rare-earths-2025-04")).first { $0.indicator == "supply_risk" })
    #expect(known.status == .known)
    let value = try #require(known.value)
    #expect((0.5...9).contains(value))
    #expect(known.sources.contains { $0.hasPrefix("substitution-indices/") })
  }

  @Test("adds up the held positions that may be seen, and divides the days by the share at risk")
  func daysOfCover() throws {
    try resources.importText("stock-positions", stocks)
    let finding = try cover(
      read(
        event("antimony-full-stop"),
        [
          try share("hs92/261710", 0.2), try share("hs92/811000", 0.3),
          try share("hs92/811000", 0.1, origin: "VNM"),
        ]))
    // 1000 t at 25 t a day are 40 days of use, and 40 % are lost of the product that loses most.
    #expect(abs((finding.value ?? 0) - 100) < 1e-9)
    #expect(finding.level == .attention)
    #expect(finding.unit == "d")
    #expect(finding.due == (try Day("2027-03-11")))
    #expect(finding.marking == Marking(.green))
    #expect(finding.sources.count == 1)
    #expect(finding.evidence.map(\.english).contains("komir held 900 t on 2026-10-01"))
    #expect(!finding.evidence.contains { $0.english.contains("nso") })
    #expect(finding.statement.english.contains("covers 40 days of use"))
  }

  @Test("calls an agency by the name that the playbook gives it, else by its identifier")
  func agencies() throws {
    try resources.importText("stock-positions", stocks)
    let finding = try cover(read(event("antimony-full-stop"), [try share("hs92/811000", 0.4)]))
    #expect(
      finding.evidence.contains(
        LocalizedText("komir held 900 t on 2026-10-01", korean: "2026-10-01 기준 komir 보유량: 900톤")))
    #expect(
      finding.evidence.contains(
        LocalizedText(
          "Public Procurement Service held 100 t on 2026-09-01",
          korean: "2026-09-01 기준 조달청 보유량: 100톤")))
    #expect(
      finding.evidence.contains(
        LocalizedText("consumption: 9,125 t a year", korean: "소비량: 연 9,125톤")))
  }

  @Test("has the level of the thresholds", arguments: [(0.9, 1), (0.6, 2), (0.5, 3), (0.1, 4)])
  func levels(share lost: Double, rank: Int) throws {
    // 25 days of use: 27.8, 41.7, 50 and 250 days of cover.
    try resources.importText(
      "stock-positions",
      """
      agency,material,kind,amount,unit,days,consumption_per_year,as_of,marking,note
      pps,antimony,held,,,25,,2026-09-01,TLP:CLEAR,

      """)
    let finding = try cover(
      read(event("antimony-full-stop"), [try share("hs92/811000", lost)]))
    let expected: [Level?] = [.serious, .alert, .alert, nil]
    #expect(finding.level == expected[rank - 1])
  }

  @Test("without a held stock says how long one at the public target would last, without a value")
  func target() throws {
    try resources.importBundled("stock-positions", "public_stock_targets.csv")
    let finding = try cover(
      read(event("antimony-full-stop"), [try share("hs92/811000", 0.4)]))
    #expect(finding.value == nil)
    #expect(finding.level == nil)
    #expect(
      finding.missing.map(\.english) == ["the stock of antimony that is held"])
    #expect(finding.statement.english.contains("100 days of use would last 250 days"))
    #expect(finding.statement.korean?.contains("100일분") == true)
  }

  @Test("says that positions are kept back where the stock is not known for that reason")
  func heldBack() throws {
    try resources.importText(
      "stock-positions",
      """
      agency,material,kind,amount,unit,days,consumption_per_year,as_of,marking,note
      nso,antimony,held,5000,t,,9000,2026-09-01,TLP:RED,

      """)
    let finding = try cover(read(event("antimony-full-stop"), [try share("hs92/811000", 0.4)]))
    #expect(finding.value == nil)
    #expect(
      finding.missing.map(\.english) == [
        "the stock of antimony that is held", "1 stock position that this deployment may not hold",
      ])
  }

  @Test("without the consumption, or without the share at risk, cannot tell and names it")
  func missingFacts() throws {
    try resources.importText(
      "stock-positions",
      """
      agency,material,kind,amount,unit,days,consumption_per_year,as_of,marking,note
      pps,antimony,held,100,t,,,2026-09-01,TLP:CLEAR,

      """)
    let unused = try cover(read(event("antimony-full-stop"), [try share("hs92/811000", 0.4)]))
    #expect(unused.missing.first?.english.hasPrefix("the yearly consumption of antimony") == true)
    try resources.importText("stock-positions", stocks)
    let unshared = try cover(read(event("antimony-full-stop"), [try share("hs92/811000", nil)]))
    #expect(unshared.value == nil)
    #expect(unshared.missing.first?.english.hasPrefix("the share of the imports") == true)
  }

  @Test("of a material that is traded in no product of the event cannot tell the loss")
  func gallium() throws {
    try resources.importText(
      "stock-positions",
      """
      agency,material,kind,amount,unit,days,consumption_per_year,as_of,marking,note
      komir,gallium,held,,,40,,2026-09-01,TLP:CLEAR,

      """)
    let found = try read(
      event("gallium-germanium-2023-07"), [try share("hs92/811230", 0.5)])
    let finding = try cover(found, "gallium")
    #expect(finding.value == nil)
    #expect(finding.missing.first?.english.hasPrefix("the share of the imports of gallium") == true)
    let risk = try #require(
      found.first { $0.indicator == "supply_risk" && $0.subject.identifier == "gallium" })
    #expect(risk.missing.first?.english.hasPrefix("a product code") == true)
  }

  @Test("writes only declared indicators, one sentence each in both languages, the same every time")
  func form() throws {
    try resources.importBundled("stock-positions", "public_stock_targets.csv")
    let declared = resources.tower.registry.indicators
    for name in ["rare-earths-2025-04", "gallium-germanium-2023-07", "antimony-full-stop"] {
      let findings = try read(event(name), [try share("hs92/284690", 0.4)])
      #expect(!findings.isEmpty)
      #expect(try read(event(name), [try share("hs92/284690", 0.4)]) == findings)
      for finding in findings {
        #expect(declared[finding.indicator] != nil)
        #expect(finding.value == nil || finding.unit == declared[finding.indicator]?.unit)
        #expect(!finding.statement.english.hasSuffix("."))
        #expect(finding.statement.korean?.hasSuffix(".") == false)
        #expect(finding.statement.korean?.contains("다. ") == false)
        #expect((finding.value == nil) == !finding.missing.isEmpty)
        #expect(finding.value == nil || !finding.sources.isEmpty)
        #expect(finding.missing.allSatisfy { $0.korean != nil })
      }
    }
  }

  @Test("an event on no material gives nothing")
  func tariff() throws {
    #expect(try read(event("us-minimum-total-2026-07")).isEmpty)
  }

  @Test("a material that the store does not know is said to be unknown")
  func unknownMaterial() throws {
    let text = """
      event: {id: a, title: A, kind: outage, reality: hypothetical, starts: 2026-12-01, home: KOR,
        subjects: ["material:unobtainium"]}
      """
    let event = try Event.load(path: resources.folder.write("event.yaml", text))
    let found = try read(event)
    #expect(found.count == 1)
    #expect(found[0].subject == (try Subject("material:unobtainium")))
    #expect(!found[0].missing.isEmpty)
  }
}

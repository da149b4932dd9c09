import MeasureStatus
import Testing
import Vocabulary

@Suite("Whether a measure restricts a trade")
struct RestrictionTests {
  static func measure(
    _ goods: MeasureScope.Goods, identifier: String = "cn-2025-18",
    kind: MeasureKind = .exportControl, parties: [String] = [], technologies: [String] = [],
    codes: [String] = [], destinations: Set<String> = [], acts: [MeasureAct] = []
  ) throws -> Measure {
    Measure(
      identifier: identifier, kind: kind, validity: Validity(from: try Day("2025-04-04")),
      learned: try Day("2025-04-04"), acts: acts,
      scope: MeasureScope(
        goods: goods, origins: ["CHN"], destinations: destinations, parties: parties,
        technologies: technologies, controlCodes: codes),
      citation: "MOFCOM and GAC Announcement No. 18 of 2025")
  }

  static func rareEarths() throws -> MeasureScope.Goods {
    .products([
      ProductScope(
        try ProductCode("hs92/280530"), coverage: .part, materials: ["scandium", "yttrium"],
        controlCodes: ["1C907", "1C908"]),
      ProductScope(try ProductCode("hs92/8110")),
    ])
  }

  static func question(
    _ product: String, origin: String? = "CHN", destination: String? = "KOR",
    materials: [String] = [], code: String? = nil, party: String? = nil
  ) throws -> TradeQuestion {
    TradeQuestion(
      product: try ProductCode(product), origin: origin, destination: destination,
      materials: materials, controlCode: code, party: party)
  }

  let today: Day
  let measure: Measure

  init() throws {
    today = try Day("2026-11-23")
    measure = try Self.measure(Self.rareEarths())
  }

  func answer(_ question: TradeQuestion) -> Answer { measure.restricts(question, on: today).answer }

  @Test("a product covered as a whole, and every code below its prefix, is restricted")
  func whole() throws {
    let result = measure.restricts(try Self.question("hs92/811000"), on: today)
    #expect(result.answer == .yes)
    #expect(result.steps.allSatisfy { $0.citation.hasSuffix("No. 18 of 2025") })
    #expect(result.steps.count >= 3)
  }

  @Test("another product or another origin is not restricted by this measure")
  func outside() throws {
    #expect(answer(try Self.question("hs92/250310")) == .no)
    #expect(answer(try Self.question("hs92/811000", origin: "USA")) == .no)
  }

  @Test("covered in part: the material or the control code decides, and without them none can tell")
  func part() throws {
    #expect(
      answer(try Self.question("hs92/280530"))
        == .cannotTell(missing: [
          "which material it is (covered: scandium, yttrium), "
            + "or its control code (covered: 1C907, 1C908)"
        ]))
    #expect(answer(try Self.question("hs92/280530", materials: ["yttrium"])) == .yes)
    #expect(answer(try Self.question("hs92/280530", materials: ["cerium"])) == .no)
    #expect(
      answer(try Self.question("hs92/280530", materials: ["cerium", "yttrium"])).name
        == "cannot_tell")
    #expect(answer(try Self.question("hs92/280530", code: "1C907.a")) == .yes)
    #expect(answer(try Self.question("hs92/280530", code: "1C117")) == .no)
  }

  @Test("a part that is only described in words is named as what is missing")
  func describedPart() throws {
    let part = ProductScope(try ProductCode("hs92/4407"), coverage: .part, note: "coniferous")
    let result = try Self.measure(.products([part])).covers(Self.question("hs92/440710"))
    #expect(
      result.answer
        == .cannotTell(missing: ["which part of hs92/4407 it is (covered: coniferous)"]))
  }

  @Test("a code above the entry asks for the subparagraph")
  func subparagraph() throws {
    let tungsten = try Self.measure(.notStated, codes: ["1C117.b"])
    let result = tungsten.restricts(try Self.question("hs92/810110", code: "1C117"), on: today)
    #expect(
      result.answer
        == .cannotTell(missing: ["the subparagraph of 1C117 (it covers 1C117.b)"]))
  }

  @Test("the steps call countries and products by the names of the question, else by their codes")
  func names() throws {
    func steps(_ names: [String: LocalizedText]) throws -> [LocalizedText] {
      let question = TradeQuestion(
        product: try ProductCode("hs92/280530"), origin: "CHN", destination: "KOR", names: names)
      return measure.covers(question).steps.map(\.finding)
    }
    let coded = try steps([:])
    #expect(coded.contains { $0.english == "It covers only a part of hs92/280530" })
    let named = try steps([
      "CHN": LocalizedText("China", korean: "중국"),
      "hs92/280530": LocalizedText("rare-earth metals", korean: "희토류금속"),
    ])
    #expect(named.contains(LocalizedText("It covers goods from China", korean: "중국산 물품을 대상으로 한다")))
    #expect(
      named.contains(
        LocalizedText(
          "It covers only a part of rare-earth metals", korean: "희토류금속의 일부만 대상으로 한다")))
  }

  @Test("another edition of the Harmonized System needs a concordance")
  func editions() throws {
    let result = answer(try Self.question("hs17/811010"))
    #expect(result.name == "cannot_tell")
    #expect(result.missing.allSatisfy { $0.hasPrefix("a concordance from HS 2017 to HS 1992") })
  }

  @Test("a heading that is only partly covered asks for the subheading; a missing origin is named")
  func missingFacts() throws {
    #expect(
      answer(try Self.question("hs92/2805"))
        == .cannotTell(missing: ["the subheading of hs92/2805 (it covers hs92/280530)"]))
    #expect(
      answer(try Self.question("hs92/811000", origin: nil))
        == .cannotTell(missing: ["the origin of the goods"]))
  }

  @Test("a suspended measure restricts nothing; one whose suspension ran out cannot be told")
  func standing() throws {
    let pause = MeasureAct(
      .suspended, from: try Day("2025-11-07"), until: try Day("2026-11-10"),
      learned: try Day("2025-11-07"), citation: "Announcement No. 70 of 2025")
    let paused = try Self.measure(Self.rareEarths(), acts: [pause])
    let question = try Self.question("hs92/811000")
    #expect(paused.restricts(question, on: try Day("2026-11-09")).answer == .no)
    #expect(
      paused.restricts(question, on: today).answer
        == .cannotTell(missing: [
          "what followed the suspension of MOFCOM and GAC Announcement No. 18 of 2025"
        ]))
    #expect(
      paused.restricts(question, on: today, knownAt: try Day("2025-10-01")).answer == .yes)
  }

  @Test("a tariff covers all goods and restricts none")
  func tariffs() throws {
    let tariff = try Self.measure(.all, kind: .tariff)
    let question = try Self.question("hs92/811000")
    #expect(tariff.covers(question).answer == .yes)
    #expect(tariff.restricts(question, on: today).answer == .no)
  }

  @Test("a control on technology does not cover goods; unstated goods cannot be told")
  func unstated() throws {
    let question = try Self.question("hs92/811000")
    let technology = try Self.measure(.notStated, technologies: ["rare-earth smelting"])
    #expect(technology.restricts(question, on: today).answer == .no)
    #expect(
      try Self.measure(.notStated).restricts(question, on: today).answer.name == "cannot_tell")
  }

  @Test("a register answers yes for one that restricts, and names the listings it did not apply")
  func register() throws {
    let elsewhere = try Self.measure(.all, identifier: "cn-usa", destinations: ["USA"])
    let listing = try Self.measure(
      .notStated, identifier: "cn-list", kind: .partyListing, parties: ["Lafert S.p.A."])
    let register = MeasureRegister([elsewhere, listing, measure])
    let goods = register.restricts(try Self.question("hs92/811000"), on: today)
    #expect(goods.answer == .yes)
    #expect(goods.measures.map(\.identifier) == ["cn-2025-18"])
    #expect(goods.partyListings == ["cn-list"])
    let party = register.restricts(
      try Self.question("hs92/250310", party: "lafert s.p.a."), on: today)
    #expect(party.measures.map(\.identifier) == ["cn-list"])
    #expect(
      MeasureRegister([]).restricts(try Self.question("hs92/250310"), on: today).answer == .no)
  }
}

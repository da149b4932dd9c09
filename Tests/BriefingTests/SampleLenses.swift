import Briefing
import Configuration
import Kernel
import Store
import TestSupport
import Testing
import Vocabulary

/// A module whose lenses say what the tests need.
struct SampleLenses: Module {
  static let identity = ModuleIdentity(
    identifier: "sample", title: LocalizedText("Sample", korean: "표본"), requires: ["tower"],
    settings: [
      Field("fails", .flag, default: .flag(false), doc: "Whether a lens stops with an error."),
      Field("in_force", .flag, default: .flag(true), doc: "Whether the measure applies."),
      Field("strays", .flag, default: .flag(false), doc: "Whether a lens writes what it may not."),
    ])

  private let fails: Bool
  private let isInForce: Bool
  private let strays: Bool

  init(settings: SettingValues) {
    fails = settings.flag("fails")
    isInForce = settings.flag("in_force")
    strays = settings.flag("strays")
  }

  var descriptor: ModuleDescriptor {
    var descriptor = ModuleDescriptor()
    descriptor.indicators = [
      Indicator(
        "measure_status", title: LocalizedText("Status", korean: "상태"), section: .status,
        doc: "."),
      Indicator(
        "share", title: LocalizedText("Suppliers", korean: "공급국"), unit: "share",
        section: .touches, isCharted: true, doc: "."),
      Indicator(
        "cover", title: LocalizedText("Cover", korean: "재고"), unit: "d", section: .holding,
        doc: "."),
    ]
    descriptor.subjectKinds = [
      SubjectKind("product") { identifier, _ in
        LocalizedText("goods <\(identifier)>", korean: "물품 <\(identifier)>")
      }
    ]
    // Declared before what it reads: the order must come from the declarations.
    descriptor.lenses = [holding, shares, status]
    return descriptor
  }

  private var product: Subject { Subject(kind: "product", identifier: "hs92/284690") }

  private var status: Lens {
    let value = isInForce ? 1.0 : 0.0
    return Lens(
      "sample-status", title: LocalizedText("Status", korean: "상태"), writes: ["measure_status"]
    ) { input in
      [
        Finding(
          "measure_status", subject: Subject(kind: "measure", identifier: "m-1"), value: value,
          asOf: input.asOf,
          statement: LocalizedText("the measure applies or not", korean: "조치 적용 여부"),
          evidence: [LocalizedText("Announcement <1> | \"quoted\"")])
      ]
    }
  }

  private var shares: Lens {
    let fails = fails
    let indicator = strays ? "cover" : "share"
    let product = product
    return Lens(
      "sample-shares", title: LocalizedText("Shares", korean: "비중"), writes: ["share"]
    ) { input in
      if fails { throw TowerError(.failed, "the flows are torn") }
      let shares: [(String, Double)] = [("CHN", 0.625), ("JPN", 0.25)]
      return shares.map { country, share in
        Finding(
          indicator, subject: product, object: Subject(kind: "country", identifier: country),
          value: share, unit: "share", asOf: input.asOf, level: country == "CHN" ? .alert : nil,
          statement: LocalizedText(
            "\(country) supplies \(share)", korean: "\(country) 비중 \(share)"),
          marking: country == "JPN" ? Marking(.amber) : .clear)
      }
    }
  }

  private var holding: Lens {
    let product = product
    return Lens(
      "sample-holding", title: LocalizedText("Holding", korean: "재고"), reads: ["share"],
      writes: ["cover"]
    ) { input in
      let seen = input.findings(of: "share").count
      return [
        Finding(
          "cover", subject: product, asOf: input.asOf,
          status: .insufficient(missing: [LocalizedText("a stock", korean: "재고량")]),
          statement: LocalizedText("cover after \(seen) shares", korean: "\(seen)개 비중 후 재고"))
      ]
    }
  }
}

/// A tower with the sample lenses, a playbook, and a store in a scratch folder.
struct SampleTower {
  let folder = ScratchFolder()
  let tower: Tower

  init(sample: String = "{}", playbook: Bool = true) throws {
    let modules: [any Module.Type] = [KernelModule.self, BriefingModule.self, SampleLenses.self]
    let tasks = """
      coordination:
        agencies:
          - {id: one, name: {en: One, ko: 하나}, role: r}
          - {id: two, name: {en: Two, ko: 둘}, role: r}
        tasks:
          - {id: later, title: Later, accountable: two, from_level: attention, deadline_days: 5}
          - {id: first, title: First, accountable: one, responsible: [one, two], from_level: alert, deadline_days: 1}
          - {id: serious, title: Serious only, accountable: one, from_level: serious, deadline_days: 1}
          - {id: tariff, title: Tariff only, accountable: one, from_level: attention, deadline_days: 1, when: [tariff]}

      """
    let path = folder.write(
      "tower.yaml", "modules: {sample: \(sample)}\n" + (playbook ? tasks : ""))
    let deployment = try Deployment.load(path: path, modules: modules.map { $0.identity })
    tower = Tower(
      deployment: deployment,
      registry: try Registry(
        modules, settings: deployment.moduleSettings, disabledModules: deployment.disabledModules),
      clock: .fixed(try Instant("2026-11-24T00:00:00Z")), storePath: folder.file("tower.db"))
  }

  /// Runs a command.
  func run(_ words: String...) throws -> CommandResult {
    try Dispatcher(tower).run(words).result
  }

  /// Writes an event file.
  func event(reality: String = "real") -> String {
    folder.write(
      "event.yaml",
      """
      event:
        id: test-event
        title: {en: "A stop & its <cause>", ko: "수출 중단"}
        kind: export_control
        reality: \(reality)
        starts: 2026-11-01
        author: CHN
        home: KOR
        shocks:
          - {product: hs92/284690, origin: CHN, loss: 50%, from: 2026-11-01, basis: assumption}

      """)
  }

  /// A file of the report.
  func text(_ name: String) throws -> String {
    let stream = try ByteStream(path: folder.file("out/" + name))
    var bytes: [UInt8] = []
    while let chunk = try stream.next() { bytes += chunk }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes the brief of the event.
  @discardableResult
  func brief(reality: String = "real", language: String = "en") throws -> CommandResult {
    try run(
      "brief", event(reality: reality), "--out", folder.file("out"), "--language", language)
  }
}

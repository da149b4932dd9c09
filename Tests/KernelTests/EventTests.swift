import Configuration
import Kernel
import TestSupport
import Testing
import Vocabulary

@Suite("An event file")
struct EventTests {
  private let folder = ScratchFolder()
  private let valid = """
    event:
      id: antimony-stop
      title: {en: A full stop of antimony, ko: 안티모니 전면 중단}
      kind: export_stop
      reality: hypothetical
      starts: 2027-01-01
      author: CHN
      home: KOR
      shocks:
        - {product: hs92/261710, origin: CHN, loss: 100%, from: 2027-01-01, basis: assumption}
      subjects: ["material:antimony", "product:hs92/811000"]
    """

  @Test("gives the event with its products and materials, each once")
  func reads() throws {
    let event = try Event.load(path: folder.write("event.yaml", valid))
    #expect(event.isHypothetical)
    #expect(event.products.map(\.description) == ["hs92/261710", "hs92/811000"])
    #expect(event.materials == ["antimony"])
    #expect(event.horizonDays == 365)
  }

  @Test("that ends before it starts, or has a kind of its own, is refused at the place")
  func refusals() {
    let early = folder.write("early.yaml", valid + "\n  ends: 2026-01-01\n")
    let error = #expect(throws: ConfigurationError.self) { try Event.load(path: early) }
    #expect(error?.diagnostics.first?.mark.line == 12)
    let other = folder.write("other.yaml", valid.replacing("export_stop", with: "export_stopp"))
    let kind = #expect(throws: ConfigurationError.self) { try Event.load(path: other) }
    #expect(kind?.diagnostics.first?.suggestions == ["export_stop"])
  }
}

import Configuration
import TestSupport
import Testing

@Suite("A file with random changes")
struct FuzzTests {
  private let valid = Array(
    """
    agency: motir
    title: {en: Trade, ko: 통상}
    share: 12.5%
    stocks:
      - {material: gallium, amount: 120 kg}
    limits:
      strict: false
    extra: {edition: hs92}
    """.utf8)

  /// A copy with one to four bytes changed, removed, added or repeated.
  private func mutated(_ random: inout SeededGenerator) -> [UInt8] {
    var bytes = valid
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(UInt8.random(in: 9...126, using: &random), at: place)
      default:
        let end = min(bytes.count, place + Int.random(in: 1...30, using: &random))
        bytes.insert(contentsOf: bytes[place..<end], at: place)
      }
    }
    return bytes
  }

  @Test("is read without a crash, and every fault points into it")
  func places() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<5000 {
      let text = String(decoding: mutated(&random), as: UTF8.self)
      let lineCount =
        text.unicodeScalars.count { "\n\r\u{85}\u{2028}\u{2029}".unicodeScalars.contains($0) } + 1
      for fault in Fixtures.faults(text) {
        #expect((1...lineCount + 1).contains(fault.mark.line) && fault.mark.column >= 1)
        #expect(!fault.description.isEmpty)
      }
    }
  }

  @Test("is never accepted with a key that the schema does not declare, or that stands twice")
  func keys() throws {
    var random = SeededGenerator(seed: 7)
    var accepted = 0
    for _ in 0..<5000 {
      let text = String(decoding: mutated(&random), as: UTF8.self)
      guard let node = try? YAML.parse(text: text, file: "fuzz"),
        (try? Fixtures.schema.decode(node)) != nil
      else { continue }
      accepted += 1
      expectDeclared(node, Fixtures.schema)
    }
    #expect(accepted > 100)
  }

  private func expectDeclared(_ node: Node, _ schema: Schema) {
    guard case .mapping(let pairs) = node.content else { return }
    #expect(Set(pairs.map(\.key)).count == pairs.count)
    for pair in pairs {
      let field = schema.fields.first { $0.name == pair.key }
      #expect(field != nil)
      if case .mapping(let inner) = field?.type { expectDeclared(pair.value, inner) }
    }
  }
}

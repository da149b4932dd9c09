import JSONReading
import Ownership
import TestSupport

/// The labelled graphs of the shared cases.
struct OwnershipCase: Sendable {
  let name: String
  let listed: [String]
  let edges: [(owner: String, owned: String, share: String)]
  /// The blocked parties by the name of the rule; nil where the case leaves a rule open.
  let blocked: [String: [String]]

  static let file = "cases/screening/ownership_cases.jsonl.gz"

  static func all() throws -> [OwnershipCase] {
    let chunks = SharedData.chunks(file)
    var bytes: [UInt8] = []
    while let chunk = chunks(), !chunk.isEmpty { bytes += chunk }
    return try bytes.split(separator: 0x0A).map { line in
      let tree = try JSONTree(Array(line))
      func texts(_ key: String) -> [String] { (tree[key]?.items ?? []).compactMap(\.text) }
      var blocked: [String: [String]] = [:]
      for (rule, key) in [
        ("ofac", "ofac_ge50_aggregate"), ("eu", "gt50_aggregate"), ("uk", "gt50_single_person"),
        ("lookthrough", "lookthrough_ge50"),
      ] where tree[key] != .null {
        blocked[rule] = texts(key).sorted()
      }
      return OwnershipCase(
        name: tree["id"]?.text ?? "", listed: texts("listed"),
        edges: (tree["edges"]?.items ?? []).map {
          ($0.items[0].text ?? "", $0.items[1].text ?? "", $0.items[2].text ?? "")
        }, blocked: blocked)
    }
  }

  /// The parties that a rule blocks.
  func blocked(by rule: OwnershipRule) throws -> [String] {
    var numbers: [String: Int32] = [:]
    func number(_ name: String) -> Int32 {
      if numbers[name] == nil { numbers[name] = Int32(numbers.count) }
      return numbers[name] ?? 0
    }
    let links = try edges.map {
      OwnershipGraph.Link(
        owner: number($0.owner), owned: number($0.owned), share: try ShareBounds($0.share))
    }
    let listedNumbers = listed.map(number)
    let assessment = OwnershipAssessment(
      OwnershipGraph(parties: numbers.count, links: links), rule: rule, listed: listedNumbers,
      isRemainderOpen: false)
    let names = Dictionary(uniqueKeysWithValues: numbers.map { ($0.value, $0.key) })
    return assessment.parties(.blocked).map { names[Int32($0)] ?? "" }.sorted()
  }
}

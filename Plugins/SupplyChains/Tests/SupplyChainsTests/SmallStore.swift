import Kernel
import Reference
import Store
import SupplyChains
import TestSupport
import Vocabulary

/// A store with a handful of flows, written as `year exporter importer product value`.
struct SmallStore {
  private let folder = ScratchFolder()
  private let tower: Tower

  private static let codes = ["KOR": 410, "CHN": 156, "JPN": 392, "VNM": 704, "USA": 842]

  init(_ flows: String...) throws {
    tower = try PackStore.tower(folder.file("tower.db"))
    let countries = SmallStore.codes.sorted { $0.key < $1.key }
      .map { "\($0.value),\($0.key) name,\($0.key.prefix(2)),\($0.key)\n" }.joined()
    let rows = flows.map { flow in
      let words = flow.split(separator: " ").map(String.init)
      let exporter = SmallStore.codes[words[1]] ?? 0
      let importer = SmallStore.codes[words[2]] ?? 0
      return "\(words[0]),\(exporter),\(importer),\(words[3]),\(words[4]),\n"
    }
    let header = "country_code,country_name,country_iso2,country_iso3\n"
    let names = folder.write("countries.csv", header + countries)
    _ = try Dispatcher(tower).run(["import", "baci-countries", names, "--quiet"])
    guard !rows.isEmpty else { return }
    let file = folder.write("baci_hs92.csv", "t,i,j,k,v,q\n" + rows.joined())
    _ = try Dispatcher(tower).run(["import", "baci", file, "--quiet"])
  }

  /// What the lenses find in an event on 2026-11-24.
  ///
  /// - Parameter shocks: written as `product origin loss from [until]`.
  func findings(
    _ shocks: String..., starts: String = "2024-01-01", kind: String = "export_stop",
    home: String = "KOR", author: String = "CHN", products: [String] = [], horizon: Int = 365
  ) throws -> [Finding] {
    let written = shocks.map { shock in
      let words = shock.split(separator: " ").map(String.init)
      let until = words.count > 4 ? ", until: \(words[4])" : ""
      return "    - {product: hs92/\(words[0]), origin: \(words[1]), loss: \(words[2]), "
        + "from: \(words[3])\(until), basis: assumption}\n"
    }
    let subjects = products.map { "\"product:hs92/\($0)\"" }.joined(separator: ", ")
    let event = try Event.load(
      path: folder.write(
        "event.yaml",
        """
        event:
          id: test
          title: {en: Test, ko: 시험}
          kind: \(kind)
          reality: hypothetical
          starts: \(starts)
          author: \(author)
          home: \(home)
          horizon_days: \(horizon)
          subjects: [\(subjects)]
        \(written.isEmpty ? "" : "  shocks:\n")\(written.joined())
        """))
    let day = try Day("2026-11-24")
    return try tower.read { connection in
      try tower.registry.lenses.reduce(into: [Finding]()) { findings, lens in
        findings += try lens.read(
          LensInput(
            event: event, findings: findings, connection: connection, tower: tower, asOf: day,
            knownAt: nil))
      }
    }
  }
}

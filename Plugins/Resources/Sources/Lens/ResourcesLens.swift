internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// The lens `resources-holding`: what the materials of an event are to the world and to the home
/// country, and how long the stock of each lasts.
enum ResourcesLens {
  static func make(_ settings: ResourcesSettings) -> Lens {
    Lens(
      "resources-holding",
      title: LocalizedText("Materials and stocks", korean: "광물과 비축"),
      reads: ["share_at_risk"], writes: ResourcesIndicators.all(settings).map(\.name)
    ) { input in
      let subject = try EventMaterials(input)
      var findings = try ProductionFindings(input).findings(subject)
      findings += try SupplyRiskFindings(input, settings).findings(subject.materials)
      findings += try CoverFindings(input, settings.cover).findings(subject.materials)
      return findings
    }
  }
}

/// The materials of an event: those that it names, and those traded in its products.
struct EventMaterials {
  /// In the order of identifiers.
  let materials: [Material]
  /// The identifiers that the event names and the store does not know, in order.
  let unknown: [String]

  init(_ input: LensInput) throws {
    let all = try Materials.all(input.connection)
    let traded = try input.event.products.flatMap {
      try Materials.traded(in: $0, input.connection).map(\.identifier)
    }
    let wanted = Set(input.event.materials + traded)
    materials = all.filter { wanted.contains($0.identifier) }
    unknown = wanted.subtracting(all.map(\.identifier)).sorted()
  }
}

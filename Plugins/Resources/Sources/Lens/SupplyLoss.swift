internal import Kernel
internal import Reference
internal import Vocabulary

/// How much of a material's supply an event takes away, from the findings of the other lenses.
enum SupplyLoss {
  /// The event takes nothing of what the material is traded in.
  case none
  /// The largest loss among the products of the material.
  case share(Percentage, product: Subject, sources: [String], marking: Marking)
  /// It takes something, and how much is not known.
  case unknown

  /// Reads the findings: the shares of a product over its lost origins add up.
  ///
  /// The products are those that the material is traded in; where it is the only material of the
  /// event, they are all products of the event. Of a material that the event names, and that is
  /// traded in none of its products, the loss is not known.
  init(of material: Material, isAlone: Bool, _ input: LensInput) {
    func concerns(_ product: ProductCode) -> Bool {
      isAlone || material.products.contains { product.contains($0) || $0.contains(product) }
    }
    let subjects = input.event.products.filter(concerns).map {
      Subject(kind: "product", identifier: $0.description)
    }
    let isNamedAlone = subjects.isEmpty && input.event.materials.contains(material.identifier)
    let isShocked = input.event.shocks.contains { isNamedAlone || concerns($0.product) }
    let found = input.findings(of: "share_at_risk").filter { subjects.contains($0.subject) }
    let known = found.filter { $0.value != nil }
    let byProduct = Dictionary(grouping: known, by: \.subject)
    let shares = byProduct.map { subject, findings in
      (subject: subject, share: findings.reduce(0) { $0 + ($1.value ?? 0) })
    }
    // The largest, and the first of equal ones by code: an upper bound for the material.
    let largest = shares.min { ($1.share, $0.subject) < ($0.share, $1.subject) }
    guard let largest, let share = Percentage(fraction: min(max(largest.share, 0), 1)) else {
      self = isShocked || !found.isEmpty ? .unknown : .none
      return
    }
    let used = byProduct[largest.subject] ?? []
    self = .share(
      share, product: largest.subject, sources: Set(used.flatMap(\.sources)).sorted(),
      marking: used.reduce(.clear) { $0.combined(with: $1.marking) })
  }
}

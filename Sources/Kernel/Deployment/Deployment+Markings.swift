public import Vocabulary

extension Deployment {
  /// Whether the deployment may hold what carries a marking: the colour is one of those it may hold,
  /// and its agency is among the releases where the marking names any.
  public func mayHold(_ marking: Marking) -> Bool {
    let isHeldColor = heldMarkings.contains { $0.color == marking.color }
    return isHeldColor && marking.releasableTo?.contains(agency.identifier) ?? true
  }
}

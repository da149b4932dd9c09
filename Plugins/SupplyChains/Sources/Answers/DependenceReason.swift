internal import Dependence

/// Why each criterion of dependence holds or does not, in one line.
enum DependenceReason {
  /// The reasons of a row.
  ///
  /// - Parameter years: for each of the last three years whether criteria 1 to 3 held together; nil
  ///   where its flows are not at hand.
  static func text(_ row: DependenceRow, _ bounds: DependenceThresholds, years: [Bool?]) -> String {
    let isGroup = row.outsideShare != nil
    var reasons = [
      (isGroup ? "c1, cdi1: " : "c1: ")
        + "\(Comparison("hhi_imports", row.importConcentration, above: bounds.concentration))",
      "c2: "
        + "\(Comparison("hhi_world_exports", row.worldConcentration, above: bounds.concentration))",
      (isGroup ? "c3, cdi3: " : "c3: ")
        + "\(Comparison("import_export_ratio", row.importExportRatio, above: bounds.importExportRatio))",
    ]
    if let share = row.outsideShare {
      reasons.append("cdi2: \(Comparison("outside_share", share, above: bounds.outsideShare))")
    }
    let known = years.compactMap { $0 }
    reasons.append(
      known.count == years.count
        ? "c4: held in \(known.count { $0 }) of 3 years"
        : "c4: not known, \(known.count) of 3 years are at hand")
    return reasons.joined(separator: "; ")
  }
}

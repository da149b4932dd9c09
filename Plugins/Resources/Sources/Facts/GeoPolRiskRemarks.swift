internal import Criticality
internal import Reference
internal import Vocabulary

/// What is missing for a GeoPolRisk score, and when it stands on thin data, in words.
enum GeoPolRiskRemarks {
  /// From this share on, what is not known makes a score thin; a working proposal.
  static let thinFrom = 0.1

  static func missing(
    _ material: Material, in year: CriticalityYear, isTraded: Bool, _ measured: GeoPolRisk?,
    hasValue: Bool
  ) -> [String] {
    var found: [String] = []
    if !isTraded { found.append("a product code that the material is traded under") }
    if year.facts.production[material.identifier] == nil {
      found.append("the production of the world in \(year.year)")
    } else if year.facts.worldConcentration[material.identifier] == nil {
      found.append("a figure of production above zero")
    }
    if year.facts.governance == nil { found.append("governance indicators up to \(year.year)") }
    if let measured, measured.importRisk == nil {
      found.append(
        hasValue
          ? "the quantity of the imports; only their value is on record"
          : "an import or own production on record; the score is not defined without")
    }
    return found
  }

  static func thin(
    unratedShare: Double?, withoutQuantity: Double?, lost: Double, isUpperBound: Bool,
    withoutFigure: Double, suppliers: Int
  ) -> [String] {
    func percent(_ share: Double) -> String { StatementNumber.percent(share).english }
    var found: [String] = []
    if let withoutQuantity, withoutQuantity >= thinFrom {
      found.append("\(percent(withoutQuantity)) of the value of imports has no quantity")
    }
    if lost > 0 { found.append("no unit value is known from which to draw all quantities") }
    if let unratedShare, unratedShare >= thinFrom {
      found.append("\(percent(unratedShare)) of imports come from countries of unknown governance")
    }
    if isUpperBound {
      found.append("own production has no figure, so that the score is an upper bound")
    }
    if withoutFigure >= thinFrom {
      found.append("\(percent(withoutFigure)) of the producers of the world have no figure")
    }
    if suppliers == 1 { found.append("one country supplies all") }
    return found
  }

  /// What the reader must know of a score.
  static func remarks(_ found: MaterialGeoPolRisk, in year: CriticalityYear) -> [String] {
    var remarks: [String] = []
    if let used = year.facts.governance?.year, used != year.year {
      remarks.append("governance is of \(used)")
    }
    if !found.unrated.isEmpty {
      remarks.append(
        "unknown governance counts as \(GeoPolRisk.unknownRisk): "
          + found.unrated.joined(separator: " "))
    }
    if let count = year.facts.worldConcentration[found.material.identifier]?.withoutProduction
      .count,
      count > 0
    {
      remarks.append(
        count == 1
          ? "1 producer has no figure, in no share"
          : "\(count) producers have no figure, in no share")
    }
    if let unit = year.facts.production[found.material.identifier]?.unit, unit.dimension != .mass,
      found.measured != nil
    {
      remarks.append(
        "own production in \(unit.rawValue) is added to tonnes as the published results do")
    }
    return remarks
  }
}

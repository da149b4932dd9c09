internal import Kernel

/// Where the values of a file of the Worldwide Governance Indicators stand and what they are.
struct GovernanceLayout {
  /// One column of values.
  struct Field: Hashable {
    let index: Int
    let dimension: String
    let measure: String
    let year: Int

    /// The part of the data set that the column is.
    var part: String { "\(dimension)/\(measure)/\(year)" }
  }

  let fields: [Field]

  static let dimensions = [
    "voice_and_accountability", "political_stability", "government_effectiveness",
    "regulatory_quality", "rule_of_law", "control_of_corruption",
  ]
  static let measures = ["estimate", "standard-error"]
  static let expected =
    "'Country/Territory,Code,1996,1998,...' or 'country,code,VoiceandAccountability_Estimate,...'"

  /// Reads a header; nil for one that is neither layout.
  ///
  /// - Throws: `TowerError` when nothing says the measure or the year of the values.
  init?(header: [String], session: ImportSession) throws {
    let names = Array(header.dropFirst(2))
    switch header.prefix(2) {
    case ["Country/Territory", "Code"] where names.allSatisfy(GovernanceLayout.isYearOrNumber):
      fields = try GovernanceLayout.wide(header, session)
    case ["country", "code"] where names.allSatisfy(GovernanceLayout.isMeasureOfDimension):
      fields = try GovernanceLayout.dimensionsOfOneYear(header, session)
    default: return nil
    }
    if fields.isEmpty { return nil }
  }

  /// One measure of one dimension, with a column for each year.
  private static func wide(_ header: [String], _ session: ImportSession) throws -> [Field] {
    let dimension =
      try session.choice("dimension", of: dimensions)
      ?? dimensions.first { session.fileName.contains($0) } ?? "political_stability"
    let measure = try measure(session)
    return header.enumerated().compactMap { index, name in
      guard index > 1, let year = Int(name), years.contains(year) else { return nil }
      return Field(index: index, dimension: dimension, measure: measure, year: year)
    }
  }

  /// Every dimension of one year, with columns named `RuleofLaw_Estimate`, `RuleofLaw_StdErr`.
  private static func dimensionsOfOneYear(_ header: [String], _ session: ImportSession) throws
    -> [Field]
  {
    let year = try year(session)
    return header.enumerated().compactMap { index, name in
      let parts = name.split(separator: "_").map(String.init)
      guard parts.count == 2, let dimension = publisherNames[parts[0]],
        let measure = publisherMeasures[parts[1]] ?? nil
      else { return nil }
      return Field(index: index, dimension: dimension, measure: measure, year: year)
    }
  }

  private static func isYearOrNumber(_ name: String) -> Bool {
    name == "country_code" || Int(name).map(years.contains) == true
  }

  private static func isMeasureOfDimension(_ name: String) -> Bool {
    let parts = name.split(separator: "_").map(String.init)
    return parts.count == 2 && publisherNames[parts[0]] != nil
      && publisherMeasures[parts[1]] != nil
  }

  private static let years = 1996...2100

  // Ranks, their bounds and the number of sources are known and not kept.
  private static let publisherMeasures: [String: String?] = [
    "Estimate": "estimate", "StdErr": "standard_error", "Rank": nil, "Lower": nil, "Upper": nil,
    "NumSrc": nil,
  ]

  private static let publisherNames = [
    "VoiceandAccountability": "voice_and_accountability",
    "PoliticalStabilityNoViolence": "political_stability",
    "GovernmentEffectiveness": "government_effectiveness",
    "RegulatoryQuality": "regulatory_quality", "RuleofLaw": "rule_of_law",
    "ControlofCorruption": "control_of_corruption",
  ]

  private static func measure(_ session: ImportSession) throws -> String {
    if let known = try session.choice("measure", of: measures) {
      return known == "standard-error" ? "standard_error" : known
    }
    let name = session.fileName
    if name.contains("estimate") { return "estimate" }
    if name.contains("stderr") || name.contains("standard_error") { return "standard_error" }
    throw TowerError(
      .usage, "\(session.path): the name does not say what its values measure",
      hints: ["add --measure, one of " + measures.joined(separator: ", ")])
  }

  private static func year(_ session: ImportSession) throws -> Int {
    if let given = session.arguments.optionalInteger("year") { return given }
    if let fixed = session.card.parameters["year"].flatMap({ Int($0) }), years.contains(fixed) {
      return fixed
    }
    let numbers = session.fileName.split { !$0.isNumber }.compactMap { Int($0) }
    guard let year = numbers.first(where: years.contains) else {
      throw TowerError(
        .usage, "\(session.path): the name does not say the year of its values",
        hints: ["add --year"])
    }
    return year
  }
}

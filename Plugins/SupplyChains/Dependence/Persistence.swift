/// Criterion 4 of CEPII's GeoDep: criteria 1 to 3 held together in two of the last three years.
///
/// The current year need not be one of the two. A year in which the importer bought nothing did not
/// meet the criteria; a year whose flows are not at hand makes the answer unknown.
///
/// - Parameter years: for each of the three years whether criteria 1 to 3 held, nil when not at hand.
/// - Returns: nil when it cannot be told.
public func holdsInTwoOfThreeYears(_ years: [Bool?]) -> Bool? {
  precondition(years.count == 3)
  let known = years.compactMap { $0 }
  return known.count == 3 ? known.count { $0 } >= 2 : nil
}

/// The middle one of the margins of three years: above 1 exactly where criterion 4 holds.
///
/// - Parameter margins: for each of the three years how far criteria 1 to 3 were met
///   (`DependenceRow.margin`), zero where nothing was bought, nil when not at hand.
/// - Returns: nil when it cannot be told.
public func marginOfThreeYears(_ margins: [Double?]) -> Double? {
  precondition(margins.count == 3)
  let known = margins.compactMap { $0 }.sorted()
  return known.count == 3 ? known[1] : nil
}

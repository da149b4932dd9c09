/// What facts beside the name add to a score or take from it.
///
/// Agreement closes a share of what is missing to 1: facts confirm a party whose name is near and never
/// make one of a name that is not. Contradiction takes an amount away. A contradiction that
/// leaves hardly a doubt takes 0.3, which brings even an equal name below the default threshold.
/// The order of the amounts is that of the open matchers (nomenklatura's qualifiers of dates, countries
/// and genders); numbers have theirs at `IdentifierScheme.weightOfDifference`.
public enum FactWeights {
  /// The same day of birth: one in 25,000 shares it by chance.
  public static let sameDay = 0.25
  /// The same day with day and month swapped, as the two customs of writing dates make it.
  public static let swappedDay = 0.15
  /// Dates that agree to the month.
  public static let sameMonth = 0.12
  /// Dates that agree to the year or within a printed range: one in fifty by chance.
  public static let sameYear = 0.08
  /// Dates of which one is approximate, and that agree within five years.
  public static let approximate = 0.04
  /// How far a date that is called approximate may be off, in days.
  public static let approximateDays = 5 * 366
  /// Days of birth that differ in one digit, as typed wrong.
  public static let oneDigit = -0.05
  /// Another day of one year, or of the next: dates taken from other calendars and from hearsay do that.
  public static let differentDay = -0.1
  /// Years of birth two to four apart.
  public static let differentYear = -0.2
  /// Years of birth five or more apart: another generation of namesakes.
  public static let farYear = -0.3
  /// A country in common; many thousand bear a common name in it, so that it confirms little.
  public static let sameCountry = 0.05
  /// No country in common: people move and firms register abroad.
  public static let differentCountry = -0.07
  /// Different genders; lists leave most genders out, but state few wrongly.
  public static let differentGender = -0.2
  /// The least score where an identifier is equal: it decides, and 0.05 is left to typing errors.
  public static let sameNumber = 0.95
  /// A number in common of systems that differ, or too short to decide.
  public static let alikeNumber = 0.5

  /// The greatest share of what is missing to 1 that facts other than numbers can add.
  public static let greatestGain = 1 - (1 - sameDay) * (1 - sameCountry)
}

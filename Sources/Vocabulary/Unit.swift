/// A unit of measurement with its dimension and its size in the dimension's base unit.
public enum Unit: String, CaseIterable, Hashable, Sendable {
  case tonne = "t"
  case kilogram = "kg"
  case gram = "g"
  case kilotonne = "kt"
  case carat = "ct"
  case cubicMetre = "m3"
  case millionCubicMetres = "Mm3"
  case piece = "pc"
  case dollar = "USD"
  case thousandDollars = "kUSD"
  case millionDollars = "MUSD"
  case won = "KRW"
  case day = "d"
  case week = "wk"
  case month = "mo"
  case year = "yr"

  /// What a unit measures; quantities of two dimensions are never added or compared.
  public enum Dimension: String, Sendable {
    case mass, volume, count, dollars, won, time
  }

  /// What the unit measures.
  public var dimension: Dimension {
    switch self {
    case .tonne, .kilogram, .gram, .kilotonne, .carat: .mass
    case .cubicMetre, .millionCubicMetres: .volume
    case .piece: .count
    case .dollar, .thousandDollars, .millionDollars: .dollars
    case .won: .won
    case .day, .week, .month, .year: .time
    }
  }

  /// How many base units one of this unit is: tonnes, cubic metres, pieces, dollars, won or days.
  ///
  /// A carat is 0.2 g; a month is a twelfth of a year of 365 days.
  public var size: Double {
    switch self {
    case .tonne, .cubicMetre, .piece, .dollar, .won, .day: 1
    case .kilogram: 1e-3
    case .gram: 1e-6
    case .kilotonne, .thousandDollars: 1e3
    case .carat: 2e-7
    case .millionCubicMetres, .millionDollars: 1e6
    case .week: 7
    case .month: 365.0 / 12
    case .year: 365
    }
  }
}

/// The event that is warned of: within six months the series stands more than 40 % above the month.
public enum RiseEvent {
  /// How far the series must rise, as a share of the value of the month.
  public static let rise = 0.4
  /// Within how many months.
  public static let horizon = 6

  /// Whether a later value stands above the bar of a month's value.
  static func reaches(_ later: Double, from value: Double) -> Bool { later / value > 1 + rise }

  /// How many months pass until the series first stands so far above the month of a place.
  static func lead(from place: Int, in panel: SeriesPanel) -> Int? {
    let end = (place / panel.monthCount + 1) * panel.monthCount
    return (1...horizon).first {
      place + $0 < end && reaches(panel.values[place + $0], from: panel.values[place])
    }
  }
}

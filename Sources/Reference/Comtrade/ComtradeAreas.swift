/// The numbers of UN Comtrade's areas that are no country of the store.
///
/// They are those of the list of partner areas of UN Comtrade; countries have the numbers that BACI
/// took over from it.
enum ComtradeAreas {
  /// All partners together.
  static let world = 0

  /// What sums countries that have rows of their own: the European Union.
  static let groups: Set<Int> = [97]

  /// Parts of the world that no country is named for; they count in the world's total.
  static let unspecified: Set<Int> = [
    129, 221, 290, 471, 472, 473, 492, 527, 536, 568, 577, 636, 637, 837, 838, 839, 879, 899,
  ]

  /// The numbers that the older service gave a country, where BACI's is another: Italy.
  static let older = [381: 380]
}

/// The groups of the World Bank's commodity price indices (Commodity Markets Outlook, "Description of
/// price series" and "Weights for commodity price indices"): energy, agriculture, fertilizers, and
/// metals, here with the precious ones.
enum WorldBankCommodityGroups {
  /// The group of a series; nil for a code that is not in the list.
  static func group(of code: String) -> String? { groups[code] }

  private static let groups: [String: String] = Dictionary(
    uniqueKeysWithValues: members.flatMap { group, codes in
      codes.split(whereSeparator: \.isWhitespace).map { (String($0), group) }
    })

  private static let members = [
    (
      "energy",
      """
      CRUDE_PETRO CRUDE_BRENT CRUDE_DUBAI CRUDE_WTI COAL_AUS COAL_SAFRICA NGAS_US NGAS_EUR NGAS_JP
      iNATGAS
      """
    ),
    (
      "agriculture",
      """
      COCOA COFFEE_ARABIC COFFEE_ROBUS TEA_AVG TEA_COLOMBO TEA_KOLKATA TEA_MOMBASA COCONUT_OIL
      GRNUT FISH_MEAL GRNUT_OIL PALM_OIL PLMKRNL_OIL SOYBEANS SOYBEAN_OIL SOYBEAN_MEAL
      RAPESEED_OIL SUNFLOWER_OIL BARLEY MAIZE SORGHUM RICE_05 RICE_25 RICE_A1 RICE_05_VNM
      WHEAT_US_SRW WHEAT_US_HRW BANANA_EU BANANA_US ORANGE BEEF CHICKEN LAMB SHRIMP_MEX SUGAR_EU
      SUGAR_US SUGAR_WLD TOBAC_US LOGS_CMR LOGS_MYS SAWNWD_CMR SAWNWD_MYS PLYWOOD COTTON_A_INDX
      RUBBER_TSR20 RUBBER1_MYSG
      """
    ),
    ("fertilizers", "PHOSROCK DAP TSP UREA_EE_BULK POTASH"),
    ("metals", "ALUMINUM IRON_ORE COPPER LEAD Tin NICKEL Zinc GOLD PLATINUM SILVER"),
  ]
}

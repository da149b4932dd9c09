import EarlyWarning
import Tabular
import TestSupport
import Vocabulary

/// The World Bank's monthly prices, where they stand beside the project.
enum SharedPrices {
  static let file = "data/prices/worldbank_pinksheet_monthly_1960_2023.csv"
  static let baselines = "cases/supply/ews_pinksheet_baselines.csv"

  static let isHere = SharedData.has(file) && SharedData.has(baselines)

  /// Every series, read once, with the four groups of the World Bank's indices.
  static let panel = Result { try read() }

  private static func read() throws -> SeriesPanel {
    var reader = CSVReader(source: SharedData.chunks(file))
    var record = CSVRecord()
    _ = try reader.next(into: &record)
    let names = (1..<record.count).compactMap { record.text($0) }
    var columns = names.map { _ in [Double]() }
    var first: Month?
    while try reader.next(into: &record) {
      if first == nil { first = try Month(record.text(0) ?? "") }
      for index in names.indices { columns[index].append(record.number(index + 1) ?? .nan) }
    }
    return SeriesPanel(
      first: first ?? Month(number: 0), names: names, groups: names.map(group), columns: columns)
  }

  private static func group(_ name: String) -> String {
    switch name {
    case let name where name.hasPrefix("CRUDE") || name.hasPrefix("COAL"): "energy"
    case "NGAS_US", "NGAS_EUR", "NGAS_JP", "iNATGAS": "energy"
    case "ALUMINUM", "IRON_ORE", "COPPER", "LEAD", "Tin", "NICKEL", "Zinc": "metals"
    case "GOLD", "PLATINUM", "SILVER": "metals"
    case "PHOSROCK", "DAP", "TSP", "UREA_EE_BULK", "POTASH": "fertilizers"
    default: "agriculture"
    }
  }
}

/// The months from January of a year to December of another.
func years(_ first: Int, _ last: Int) -> ClosedRange<Month> {
  Month(number: first * 12)...Month(number: last * 12 + 11)
}

internal import Tabular
internal import Vocabulary

/// The totals that a file of production prints, against the sums of its countries.
struct WorldTotals {
  /// A printed total that is not the sum of its countries.
  struct Difference {
    let line: Int
    let reason: String
    let content: String
  }

  private struct Key: Hashable {
    let material: String
    let year: Int
  }

  private var sums: [Key: Double] = [:]
  private var printed: [(key: Key, amount: Double, line: Int, content: String)] = []

  mutating func add(_ row: WorldMiningImporter.Row, material: String) {
    sums[Key(material: material, year: row.year), default: 0] += row.amount ?? 0
  }

  mutating func note(_ row: WorldMiningImporter.Row, material: String, _ record: CSVRecord) {
    guard let amount = row.amount else { return }
    printed.append(
      (Key(material: material, year: row.year), amount, record.line, record.content))
  }

  /// Where they differ by more than rounding, in the order of the file.
  var differences: [Difference] {
    printed.compactMap { total in
      let sum = sums[total.key] ?? 0
      guard abs(sum - total.amount) > 1 + total.amount * 1e-9 else { return nil }
      return Difference(
        line: total.line,
        reason: "the printed total \(total.amount) is not the sum of the countries, \(sum); "
          + "shares are of the sum",
        content: total.content)
    }
  }
}

internal import FlowColumns
internal import Vocabulary

/// One row of a UN Comtrade file for a product of six digits.
struct ComtradeRow {
  let key: Key
  let breakdown: Breakdown
  /// In US dollars.
  let value: Double
  /// In kilograms; NaN where it is not known.
  let netWeight: Double
  let isWeightEstimated: Bool
  /// The line of the file.
  let line: UInt32

  /// What a flow is identified by, packed so that rows sort fast: edition, period, product,
  /// reporter, direction and partner, in this order.
  struct Key: Comparable, Hashable {
    let bits: UInt64

    init(
      edition: Int, period: Period, product: Int, reporter: Int, direction: Int, partner: Int
    ) {
      var bits = UInt64(edition)
      bits = bits << 16 | UInt64(period.code)
      bits = bits << 20 | UInt64(product)
      bits = bits << 10 | UInt64(reporter)
      bits = bits << 2 | UInt64(direction)
      self.bits = bits << 10 | UInt64(partner)
    }

    /// The key without the partner.
    var group: UInt64 { bits >> 10 }
    var partner: Int { Int(bits & 0x3FF) }
    var direction: Int { Int(bits >> 10 & 0x3) }
    var reporter: Int { Int(bits >> 12 & 0x3FF) }
    var product: Int { Int(bits >> 22 & 0xFFFFF) }
    var period: UInt32 { UInt32(bits >> 42 & 0xFFFF) }
    var edition: Int { Int(bits >> 58) }

    static func < (first: Key, second: Key) -> Bool { first.bits < second.bits }
  }

  /// Which part of a flow a row is; nothing but zeros is the whole.
  struct Breakdown: Hashable {
    /// The second partner; 0 for all.
    let secondPartner: UInt16
    /// The customs procedure; 0 for all (C00).
    let customs: UInt16
    /// The mode of transport; 0 for all.
    let transport: UInt16

    static let none = Breakdown(secondPartner: 0, customs: 0, transport: 0)

    /// By what the flow is broken down, a bit for each.
    var dimensions: Int {
      (secondPartner == 0 ? 0 : 1) | (customs == 0 ? 0 : 2) | (transport == 0 ? 0 : 4)
    }
  }
}

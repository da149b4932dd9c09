internal import Store
internal import Vocabulary

/// The function `quantity(value, unit, to_unit)`.
enum QuantityFunction {
  static let descriptor = ScalarDescriptor(
    "quantity",
    doc: """
      A number in another unit: quantity(5, 't', 'kg'), quantity(54000, 't/yr', 'kg/d'). Units of two \
      dimensions, and an amount for a rate, are an error; null where the number or a unit is null.
      """,
    arguments: [
      .required("value", .real, doc: "The number."),
      .required("unit", .text, doc: "Its unit, such as t or t/yr."),
      .required("to_unit", .text, doc: "The unit of the result."),
    ], result: .real, example: ("quantity(5, 't', 'kg')", "5000.0")
  ) {
    { call in
      guard let value = try call.optionalNumber("value"), let unit = try call.optionalText("unit"),
        let wanted = try call.optionalText("to_unit")
      else { return .null }
      return .real(value * (try factor(from: unit, to: wanted)))
    }
  }

  /// How many of the second unit one of the first is.
  private static func factor(from first: String, to second: String) throws -> Double {
    let (from, to) = (try one(first), try one(second))
    guard from.unit.dimension == to.unit.dimension else {
      throw TowerError(
        .usage,
        "\(first) counts \(from.unit.dimension.rawValue) and \(second) counts "
          + "\(to.unit.dimension.rawValue): one is not the other")
    }
    switch (from.period, to.period) {
    case (nil, nil): return from.unit.size / to.unit.size
    case (let before?, let after?):
      return from.unit.size / to.unit.size / before.size * after.size
    default:
      throw TowerError(.usage, "of \(first) and \(second) one is an amount and the other a rate")
    }
  }

  private static func one(_ unit: String) throws -> Quantity {
    do {
      return try Quantity("1" + unit)
    } catch {
      throw TowerError(.usage, "\(error)")
    }
  }
}

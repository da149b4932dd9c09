internal import FlowColumns
internal import Kernel
internal import Vocabulary

/// What the user must know of a UN Comtrade file beside the counts.
enum ComtradeNotes {
  static func add(_ reader: ComtradeReader, _ totals: ComtradeTotals, _ session: ImportSession) {
    for reason in ComtradeReader.Passed.allCases {
      if let count = reader.passed[reason] {
        session.note("passed over: \(count) rows of \(reason.rawValue)")
      }
    }
    if totals.breakdownsLeftOut > 0 {
      session.note(
        "\(totals.breakdownsLeftOut) rows by second partner, customs procedure or mode of "
          + "transport are left out beside their totals")
    }
    if totals.summed > 0 {
      session.note(
        "\(totals.summed) flows have no row for their total: the rows by second partner, customs "
          + "procedure or mode of transport were summed")
    }
    weights(totals.flows.filter { $0.key.partner != ComtradeAreas.world }, session)
    world(WorldCheck(totals.flows), session)
  }

  private static func weights(_ flows: [ComtradeTotals.Flow], _ session: ImportSession) {
    let areas = flows.filter { ComtradeAreas.unspecified.contains($0.key.partner) }
    if !areas.isEmpty {
      session.note(
        "\(areas.count) flows with \(dollars(areas.reduce(0) { $0 + $1.value })) have partners that "
          + "are no country, such as areas that are not specified, and are not kept")
    }
    let unknown = flows.count { $0.netWeight.isNaN }
    if unknown > 0 {
      session.note("\(unknown) of \(flows.count) flows have no net weight, which is not zero")
    }
    let estimated = flows.count(where: \.isWeightEstimated)
    if estimated > 0 {
      session.note("\(estimated) of \(flows.count) net weights are estimates of the United Nations")
    }
  }

  private static func world(_ check: WorldCheck, _ session: ImportSession) {
    if check.checked > 0 {
      let difference = check.partners - check.declared
      let share = check.declared > 0 ? abs(difference) / check.declared : 0
      var note =
        "the partners sum to \(dollars(check.partners)), "
        + (difference == 0
          ? "as declared for the world"
          : "\(StatementNumber.percent(share).english) \(difference < 0 ? "less" : "more") than the "
            + "\(dollars(check.declared)) declared for the world")
      if let largest = check.largest {
        note +=
          "; \(check.differing) of \(check.checked) totals differ, most that of "
          + "\(ProductCode.editions[largest.key.edition])/\(largest.key.product6) "
          + "(\(dollars(abs(largest.difference))))"
      }
      session.note(note)
    }
    if check.withoutPartners > 0 {
      session.note(
        "\(check.withoutPartners) totals for the world have no partners beside them; they are kept as "
          + "totals, not as flows")
    }
    if check.withoutTotal > 0, check.checked > 0 {
      session.note("\(check.withoutTotal) sums of partners have no total for the world to check")
    }
  }

  private static func dollars(_ value: Double) -> String {
    StatementNumber.dollars(thousands: value / 1000).english
  }
}

internal import Criticality
internal import Kernel
internal import Store
internal import Vocabulary

/// The command `resources cover`.
enum CoverCommand {
  static func make(_ settings: ResourcesSettings) -> Command {
    Command(
      "resources cover",
      summary: "Tells how long a stock holds while supply is lost, against the time to recover.",
      discussion: """
        The stock of a day is that of the day before, plus what still arrives, plus substitutes, less
        what is used. The time to survive is the day on which it is used up; the gap is the time to
        recover less the time to survive (Simchi-Levi et al. 2015). Where the inflow is not given, all
        that is used is taken as imported, so that the inflow equals the consumption.
        """,
      parameters: [
        Parameter("material", .entity(domain: "material"), .required, doc: "The material."),
        Parameter("stock", .quantity(.mass, isRate: false), .required, doc: "What is in stock."),
        Parameter("consumption", .quantity(.mass, isRate: true), .required, doc: "What is used."),
        Parameter("loss", .percentage, .required, doc: "The share of the inflow that is lost."),
        Parameter("inflow", .quantity(.mass, isRate: true), doc: "What arrives before the loss."),
        Parameter(
          "substitution", .quantity(.mass, isRate: true),
          doc: "What takes the place of the lost inflow."),
        Parameter("saving", .percentage, doc: "The share of the consumption that is saved."),
        Parameter(
          "recover", .integer(1...3650), doc: "The time to recover: days until supply is back."),
      ],
      columns: columns, effect: .reads,
      examples: [
        "resources cover --material antimony --stock 900t --consumption 9000t/yr --loss 60% --recover 180"
      ]
    ) { invocation in
      try answer(invocation.arguments, settings)
    }
  }

  private static func answer(_ arguments: Arguments, _ settings: ResourcesSettings) throws
    -> CommandResult
  {
    let stock = try tonnes(arguments.quantity("stock"))
    let daily = try dailyTonnes(arguments.quantity("consumption"))
    guard daily > 0 else { throw TowerError(.usage, "--consumption is zero; nothing is used") }
    let disruption = Disruption(
      dailyDemand: daily,
      dailyInflow: try arguments.optionalQuantity("inflow").map(dailyTonnes) ?? daily,
      loss: .init(arguments.percentage("loss")),
      saving: arguments.optionalPercentage("saving").map { .init($0) },
      substitutes: try arguments.optionalQuantity("substitution").map {
        [.init(dailyAmount: try dailyTonnes($0))]
      } ?? [])
    let survival = disruption.timeToSurvive(stock: stock)
    let recover = arguments.optionalInteger("recover")
    let days: Double? = if case .days(let days) = survival { days } else { nil }
    let gap = recover.map { survival.gap(timeToRecover: Double($0)) }
    var notes: [String] = []
    if days == nil { notes.append("the stock is never used up while the loss stays as it is") }
    if arguments.optionalQuantity("inflow") == nil {
      notes.append("the inflow is taken to equal the consumption; --inflow says otherwise")
    }
    return CommandResult(
      columns: columns,
      rows: [
        [
          .text(arguments.text("material")), .real(stock), .real(daily),
          .real(disruption.drain(onDay: 0)), .real(stock / daily),
          .text(days == nil ? "indefinite" : "days"), Value(days), Value(recover), Value(gap),
          Value(recover.map { disruption.stockNeeded(days: $0) }),
          Value(recover.map { disruption.shortfall(stock: stock, days: $0) }),
          Value(days.flatMap { settings.cover.level(days: $0) }?.name),
        ]
      ], notes: notes)
  }

  private static func tonnes(_ quantity: Quantity) throws -> Double {
    guard let amount = quantity.amount(in: .tonne) else {
      throw TowerError(.usage, "\(quantity) is not an amount in units of mass")
    }
    return amount
  }

  private static func dailyTonnes(_ quantity: Quantity) throws -> Double {
    guard let rate = quantity.rate(in: .tonne) else {
      throw TowerError(.usage, "\(quantity) is not a rate in units of mass")
    }
    return rate
  }

  private static let columns = [
    Column("material", .text, doc: "The material."),
    Column("stock", .real, unit: "t", doc: "What is in stock."),
    Column("daily_use", .real, unit: "t", doc: "What is used in a day before any saving."),
    Column("daily_drain", .real, unit: "t", doc: "What the stock must give on the first day."),
    Column("days_of_use", .real, unit: "d", doc: "The stock over the daily use."),
    Column("survival", .text, doc: "days, or indefinite: the stock is never used up."),
    Column("time_to_survive", .real, unit: "d", doc: "How long the stock holds."),
    Column("time_to_recover", .integer, unit: "d", doc: "When supply is back, where given."),
    Column("gap", .real, unit: "d", doc: "The days without stock before supply is back."),
    Column("stock_needed", .real, unit: "t", doc: "The least stock that bridges the recovery."),
    Column("shortfall", .real, unit: "t", doc: "What cannot be served before supply is back."),
    Column("level", .text, doc: "The level that the time to survive stands for."),
  ]
}

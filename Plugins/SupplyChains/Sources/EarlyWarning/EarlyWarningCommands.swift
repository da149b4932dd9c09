internal import EarlyWarning
internal import Kernel
internal import Store
internal import Vocabulary

/// The commands of early warning.
enum EarlyWarningCommands {
  static let all = [alerts, rules, EarlyWarningFitCommand.command]

  private static let method = """
    The event is a rise of more than 40 % within six months of the month that is judged. The rules
    read a month and those before it alone; a missing month is a gap, never zero. They are judged on
    months after the training window of the fitted rule whose outcome is known on the day of the
    answer. The 95 % interval of a precision (Wilson 1927) takes alerts as independent, which those of
    neighbouring months are not: 'skill' is said too readily rather than too rarely.
    """

  private static let file = Parameter(
    "series", .existingFile,
    doc: "A file of other monthly series (month,series,value), in place of the prices of the store."
  )

  private static let alerts = Command(
    "supply early-warning",
    summary: "Tells which monthly series each rule warns of, with what the rule was worth.",
    discussion: method + """

      The month is the last that had ended on the day of --as-of, which also bounds what the rules are
      judged on: a fit whose training window had not ended then is not used.
      """,
    parameters: [
      Parameter("commodity", .entity(domain: "commodity"), doc: "One series of the store only."),
      Parameter("rule", .choice(WarningStudy.names), doc: "One rule only."),
      Parameter("all", .flag, doc: "Show the series without an alert as well."), file,
    ],
    columns: WarningAnswer.columns,
    examples: [
      "supply early-warning",
      "supply early-warning --rule logistic --as-of 2021-03-15",
      "supply early-warning --commodity COPPER --all",
    ]
  ) { invocation in
    let arguments = invocation.arguments
    let commodity = arguments.optionalText("commodity")
    guard commodity == nil || arguments.optionalText("series") == nil else {
      throw TowerError(.usage, "--commodity names a series of the store, not of a file")
    }
    return try invocation.tower.read { connection in
      let study = try WarningStudy(series(invocation, connection), connection)
      let answer = WarningAnswer(
        study, name: commodity, rule: arguments.optionalText("rule"),
        includesQuiet: arguments.flag("all"))
      return result(study, WarningAnswer.columns, answer.rows, answer.notes)
    }
  }

  private static let rules = Command(
    "supply early-warning-rules",
    summary: "Tells what each rule of early warning was worth on months that it had not seen.",
    discussion: method + """

      An event is an unbroken run of months with the rise ahead, and its first month is its onset. The
      columns that begin with 'onset' count as published comparisons of price rules do: by onsets.
      """,
    parameters: [
      Parameter(
        "held-out", .years(1800...2199),
        doc: "The years to judge; else all months after the training window, or all without a fit."),
      Parameter(
        "coverage", .percentage, .defaulted("0%"),
        doc: "The share of the held-out months that a series must hold to be judged."), file,
    ],
    columns: WarningRuleAnswer.columns,
    examples: [
      "supply early-warning-rules", "supply early-warning-rules --held-out 2010..2022",
      "supply early-warning-rules --held-out 1990..2022 --coverage 95% --format csv",
    ]
  ) { invocation in
    let arguments = invocation.arguments
    return try invocation.tower.read { connection in
      let study = try WarningStudy(
        series(invocation, connection), heldOut: arguments.optionalYears("held-out"),
        coverage: arguments.percentage("coverage").fraction, connection)
      return result(study, WarningRuleAnswer.columns, WarningRuleAnswer.rows(study), study.notes)
    }
  }

  private static func series(_ invocation: Invocation, _ connection: Connection) throws
    -> MonthlySeries
  {
    guard let path = invocation.arguments.optionalText("series") else {
      return try MonthlySeries(asOf: invocation.asOf, connection)
    }
    return try MonthlySeries(file: path, asOf: invocation.asOf)
  }

  private static func result(
    _ study: WarningStudy, _ columns: [Column], _ rows: [[Value]], _ notes: [String]
  ) -> CommandResult {
    CommandResult(
      columns: columns, rows: rows, notes: notes, sources: study.series.sources,
      marking: study.series.marking)
  }
}

internal import Store
internal import Vocabulary

extension IntrospectionTable {
  static let modules = [
    IntrospectionTable(
      "tower_modules", doc: "An installed module.",
      columns: [
        Column("module", .text, doc: "The identifier."),
        Column("title", .text, doc: "The title."),
        Column("enabled", .flag, doc: "Whether the deployment has it switched on."),
        Column("requires", .text, doc: "The modules it requires."),
        Column("commands", .integer, doc: "How many commands it brings."),
        Column("tables", .integer, doc: "How many tables it brings."),
        Column("functions", .integer, doc: "How many functions of every kind it brings."),
        Column("lenses", .integer, doc: "How many lenses it brings."),
      ]
    ) { tower in
      tower.installed.map { entry, isEnabled in
        let brought = entry.descriptor
        return [
          .text(entry.identity.identifier), .text(entry.identity.title.english), Value(isEnabled),
          .text(entry.identity.requires.joined(separator: ", ")), Value(brought.commands.count),
          Value(brought.tables.count),
          Value(brought.functions.count + brought.scalars.count + brought.aggregates.count),
          Value(brought.lenses.count),
        ]
      }
    },
    IntrospectionTable(
      "tower_indicators", doc: "An indicator that findings use.",
      columns: [
        Column("indicator", .text, doc: "The name."), Column("title", .text, doc: "The title."),
        Column("unit", .text, doc: "The unit of its value."),
        Column("section", .text, doc: "Its part of a brief."),
        Column(
          "levels", .text, doc: "From which value each level begins; null where none does."),
        Column("module", .text, doc: "The module that owns it."),
        Column("doc", .text, doc: "What it is."),
      ]
    ) { tower in
      tower.registry.entries.flatMap { entry in
        entry.descriptor.indicators.map { indicator -> [Value] in
          [
            .text(indicator.name), .text(indicator.title.english), Value(indicator.unit),
            .text(indicator.section.rawValue), Value(indicator.levels?.description),
            .text(entry.identity.identifier), .text(indicator.doc),
          ]
        }
      }.sorted { ($0[0].text ?? "") < ($1[0].text ?? "") }
    },
  ]
}

extension LevelThresholds: CustomStringConvertible {
  /// The thresholds from the mildest to the strictest: `caution below 90, alert below 60`.
  public var description: String {
    bounds.sorted { $0.level < $1.level }.map { bound in
      "\(bound.level.name) \(side == .from ? "from" : "below") \(bound.value)"
    }.joined(separator: ", ")
  }
}

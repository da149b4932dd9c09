internal import Kernel
internal import Store
internal import Vocabulary

/// The indicators of criticality as table-valued functions; each gives the rows of the command of
/// its kind.
enum IndicatorFunctions {
  static func all(_ settings: ResourcesSettings) -> [FunctionDescriptor] {
    [geoPolRisk(settings)]
  }

  private static func geoPolRisk(_ settings: ResourcesSettings) -> FunctionDescriptor {
    FunctionDescriptor(
      "geopolrisk",
      doc: "The GeoPolRisk of a material for an importer in a year, with every part.",
      arguments: IndicatorQuestion.arguments, columns: GeoPolRiskAnswer.columns, estimatedRows: 65
    ) { call in
      RowProducer(
        try GeoPolRiskAnswer(
          IndicatorQuestion(call), draws: settings.draws, seed: settings.seed, settings,
          call.reader
        ).rows)
    }
  }
}

internal import Criticality
internal import Reference
internal import Vocabulary

/// What is missing in the criticality of a material, and what its reader must know, in sentences.
struct CriticalityRemarks {
  let year: CriticalityYear
  let material: Material
  let trade: ImporterTrade?
  let world: WorldProduction?
  let worldConcentration: ProductionConcentration?
  let reliance: ImportReliance
  let risk: SupplyRisk
  let geoPolRisk: GeoPolRisk?

  /// What is missing for the supply risk or GeoPolRisk, each named once.
  var missing: [String] {
    var found: [String] = []
    if trade == nil { found.append("a product code that the material is traded under") }
    if case .insufficient(let inputs) = reliance, trade != nil {
      // What is missing of production is named below.
      found += inputs.filter { $0 != .production }.map { "the quantity of \($0.rawValue)" }
    }
    if world == nil {
      found.append("the production of the world in \(year.year)")
    } else if worldConcentration == nil {
      found.append("a figure of production above zero")
    }
    found += unknownProducers
    if let world, world.unit.dimension != .mass, trade != nil {
      found.append("own production in tonnes; it is counted in \(world.unit.rawValue)")
    }
    if year.facts.governance == nil { found.append("governance indicators up to \(year.year)") }
    if let geoPolRisk, geoPolRisk.importRisk == nil {
      found.append("an import or own production on record; the import risk is not defined without")
    }
    // The concentrations, and the quantities of the reliance, are named above by what they lack.
    if risk.missing.contains(.importReliance), reliance == .undefined {
      found.append("a reliance on imports: more is exported than produced and imported")
    }
    let own: [SupplyRisk.Part] = [.recyclingRate, .substitutionIndex]
    return found + own.filter(risk.missing.contains).map(\.title)
  }

  private var unknownProducers: [String] {
    let own = zip(year.members, year.ownProduction(of: material) ?? [])
    return own.filter { $0.1 == .unknown }.map {
      "the production of \($0.0) in \(year.year); GeoPolRisk without it is an upper bound"
    }
  }

  private func names(_ countries: [String]) -> LocalizedText {
    let names = countries.map(year.facts.countryNames.inSentence)
    return LocalizedText(
      names.map(\.english).joined(separator: ", "),
      korean: names.map(\.inKorean).joined(separator: ", "))
  }

  /// What the reader must know.
  var remarks: [LocalizedText] {
    var found: [LocalizedText] = []
    if let count = worldConcentration?.withoutProduction.count, count > 0 {
      let producers = count == 1 ? "1 producer has" : "\(count) producers have"
      found.append(
        LocalizedText(
          "\(producers) no figure, in no share", korean: "생산국 \(count)개국은 수치가 없어 비중에 넣지 않음"))
    }
    if let world, let unknown = worldConcentration?.withoutGovernance, !unknown.isEmpty {
      let names = names(unknown.map { world.producers[$0].country })
      found.append(
        LocalizedText(
          "the governance of \(names.english) is not known, hence bounds",
          korean: "\(names.inKorean)의 거버넌스 지표가 없어 상·하한으로 제시함"))
    }
    if let used = year.facts.governance?.year, used != year.year {
      found.append(LocalizedText("governance is of \(used)", korean: "거버넌스 지표는 \(used)년 값"))
    }
    if let trade, trade.suppliers.isEmpty {
      found.append(LocalizedText("no imports are on record", korean: "수입 기록 없음"))
    }
    if let geoPolRisk, let trade, !geoPolRisk.unrated.isEmpty {
      let names = names(geoPolRisk.unrated.map { trade.suppliers[$0].country })
      found.append(
        LocalizedText(
          "GeoPolRisk counts \(names.english) as of unknown governance (0.5)",
          korean: "GeoPolRisk는 \(names.inKorean)의 거버넌스를 미상(0.5)으로 처리함"))
    }
    if let world, world.unit.dimension != .mass, geoPolRisk != nil {
      let unit = world.unit.rawValue
      found.append(
        LocalizedText(
          "GeoPolRisk adds own production in \(unit) to tonnes as the published results do",
          korean: "GeoPolRisk는 공표 결과와 같이 \(unit) 단위 자국 생산을 톤에 그대로 더함"))
    }
    if let replaced = risk.replaced {
      found.append(
        LocalizedText("without \(replaced.title)", korean: "\(replaced.koreanTitle) 제외"))
    }
    return found
  }
}

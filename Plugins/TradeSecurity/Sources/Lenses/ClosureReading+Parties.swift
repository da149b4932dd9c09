internal import Kernel
internal import Store
internal import Vocabulary

extension ClosureReading {
  /// How many listed parties sit in each supplier country, in alphabetical order, and for each
  /// product that no supplier firm is on record to be compared with them.
  func parties() throws -> [Finding] {
    let versions = try ListVersions.all(input.connection)
    let sources = versions.map(\.source)
    let marking = try SourceRegister.marking(of: sources, input.connection)
    let listed = try ListedCountries(input.connection)
    let suppliers = versions.isEmpty ? [] : Set(alternatives.map(\.supplier)).sorted()
    let counts = try suppliers.map { country in
      try count(country, listed, versions, sources: sources, marking: marking)
    }
    let products = Set(alternatives.map(\.product)).sorted()
    return try counts
      + products.map { try unmatched($0, versions, sources: sources, marking: marking) }
  }

  private func count(
    _ country: String, _ listed: ListedCountries, _ versions: [ListVersion], sources: [String],
    marking: Marking
  ) throws -> Finding {
    let count = try listed.count(of: country)
    let lists = versions.map { $0.evidence(on: input.asOf) }
    // Names travel only as far as the lists that print them.
    let names = marking == .clear ? try listed.names(of: country, limit: 5) : []
    return Finding(
      TradeIndicators.parties.name, subject: Subject(kind: "country", identifier: country),
      value: Double(count), asOf: input.asOf,
      statement: ClosureReading.statement(count, in: name(of: country)),
      evidence: lists + names.map { LocalizedText($0) } + listed.doubts, sources: sources,
      marking: marking)
  }

  private static func statement(_ count: Int, in country: LocalizedText) -> LocalizedText {
    let korean = country.text(in: .korean)
    guard count > 0 else {
      return LocalizedText(
        "No listed party on the imported lists has an address or nationality in "
          + "\(country.english), which is not clearance",
        korean: "등록된 명단에는 \(korean)에 주소나 국적을 둔 등재 대상이 없으나, 제재 대상이 없다는 확인은 "
          + "아니다")
    }
    let number = StatementNumber.count(count)
    return LocalizedText(
      (count == 1 ? "1 listed party" : "\(number) listed parties")
        + " on the imported lists \(count == 1 ? "has" : "have") an address or nationality in "
        + country.english,
      korean: "등록된 명단에서 \(korean)에 주소나 국적을 둔 등재 대상은 \(number)건이다")
  }

  private func unmatched(
    _ product: ProductCode, _ versions: [ListVersion], sources: [String], marking: Marking
  ) throws -> Finding {
    let name = try name(of: product)
    var missing = [
      LocalizedText(
        "the names of the firms that supply \(name.english)",
        korean: "\(name.text(in: .korean)) 공급기업의 명칭")
    ]
    if versions.isEmpty {
      missing.append(
        LocalizedText(
          "a list of parties (\(ListVersions.fillHints.joined(separator: ", ")))",
          korean: "제재·통제 대상 명단 (\(ListVersions.fillHints.joined(separator: ", ")))"))
    }
    return Finding(
      TradeIndicators.parties.name, subject: product.subject, asOf: input.asOf,
      status: .insufficient(missing: missing),
      statement: LocalizedText(
        "It cannot be told whether a firm that supplies \(name.english) is a listed party, since "
          + "supplier firms are not on record",
        korean: "공급기업이 기록되어 있지 않아 \(name.text(in: .korean)) 공급기업이 명단에 올라 있는지 "
          + "판단할 수 없다"),
      sources: sources, marking: marking)
  }
}

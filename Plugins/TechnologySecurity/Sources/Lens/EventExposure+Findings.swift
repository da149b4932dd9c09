internal import Kernel
internal import Vocabulary

extension EventExposure {
  /// The technologies exposed; what is certain comes first, then what cannot be told.
  func findings(_ reading: TechnologyReading) throws -> [Finding] {
    let found = try technologies.flatMap { exposed in
      try exposed.contacts.map { try finding(exposed.technology, $0, reading) }
        + namedOnly(exposed, reading) + designationGap(exposed, reading)
    }
    let all = try found + unknownTechnologies(reading) + unmet(reading)
    return all.filter(\.missing.isEmpty) + all.filter { !$0.missing.isEmpty }
  }

  private func finding(_ technology: Technology, _ contact: Contact, _ reading: TechnologyReading)
    throws -> Finding
  {
    let sentence = ExposureSentence(technology, contact, reading)
    let isCore = technology.nationalCore(on: reading.asOf) == .yes
    let level =
      isCore && contact.isCertain && !sentence.shocks.isEmpty
      ? reading.settings.exposedCoreLevel : nil
    return try reading.finding(
      TechnologyIndicators.exposed, technology.subject, object: contact.target.subject,
      level: level, missing: contact.missing, statement: sentence.statement(),
      evidence: contact.uses.map { use in
        LocalizedText(
          "\(use.step.title.english): \(use.role) [\(technology.citation)]",
          korean: "\(use.step.title.text(in: .korean)): \(use.role) [\(technology.citation)]")
      } + (isCore ? [LocalizedText(technology.lawReference)] : []), sources: [technology.source])
  }

  /// A technology that the event names and that meets none of its products and materials.
  private func namedOnly(_ exposed: Exposed, _ reading: TechnologyReading) throws -> [Finding] {
    guard exposed.contacts.isEmpty else { return [] }
    let technology = exposed.technology
    let korean = technology.title.text(in: .korean)
    // An event without products and materials, such as a transfer, is about the technology itself.
    let isItself = targets.isEmpty
    let missing = LocalizedText(
      "the uses by which \(technology.title.inSentence) depends on the event's products and materials",
      korean: "\(korean)의 해당 품목·물질 사용 내역")
    return [
      try reading.finding(
        TechnologyIndicators.exposed, technology.subject, missing: isItself ? [] : [missing],
        statement: isItself
          ? LocalizedText(
            "The event is about the technology \(ExposureSentence.name(technology, reading).inSentence)",
            korean:
              "이 사안은 \(ExposureSentence.name(technology, reading).text(in: .korean)) 기술에 관한 것이다")
          : LocalizedText(
            "The event names \(technology.title.inSentence), but no use of its products and materials is on record",
            korean: "이 사안은 \(korean) 기술을 지목하나 해당 품목·물질의 사용 기록이 없다"),
        sources: [technology.source])
    ]
  }

  /// That it is not known whether an exposed technology is national core.
  private func designationGap(_ exposed: Exposed, _ reading: TechnologyReading) throws -> [Finding]
  {
    let technology = exposed.technology
    guard exposed.isCertain, technology.nationalCore(on: reading.asOf) == .unknown else {
      return []
    }
    return [
      try reading.finding(
        TechnologyIndicators.exposed, technology.subject,
        missing: [technology.missingDesignation(on: reading.asOf)],
        statement: LocalizedText(
          "The register does not tell whether the designation of national core technologies covers "
            + "the technology \(technology.title.inSentence)",
          korean: "\(technology.title.text(in: .korean))의 국가핵심기술 해당 여부는 대장에서 확인되지 않는다"),
        evidence: [LocalizedText(technology.lawReference)], sources: [technology.source])
    ]
  }

  private func unknownTechnologies(_ reading: TechnologyReading) throws -> [Finding] {
    let known = reading.register.technologies.map(\.identifier)
    return try reading.namedTechnologies.filter { !known.contains($0) }.map { name in
      let near = nearest(to: name, in: known, limit: 1).map { " (the nearest is \($0))" }
      return try reading.finding(
        TechnologyIndicators.exposed, Subject(kind: "technology", identifier: name),
        missing: [
          LocalizedText(
            "the entry of \(name) in the register of technologies" + near.joined(),
            korean: "기술 대장의 \(name) 항목")
        ],
        statement: LocalizedText(
          "The event names the technology \(name), which is not on record",
          korean: "이 사안이 지목한 기술 \(name) 항목은 대장에 없다"),
        sources: reading.register.sources)
    }
  }

  /// What no technology meets, or could not be compared with every use.
  private func unmet(_ reading: TechnologyReading) throws -> [Finding] {
    let met = Set(technologies.flatMap { $0.contacts.map(\.target) })
    return try targets.compactMap { target in
      let conversions = incomparable[target] ?? []
      guard !conversions.isEmpty || !(met.contains(target) || isMetByMaterial(target, reading))
      else { return nil }
      let name = try reading.name(target)
      let none = LocalizedText(
        "the uses of \(name.english) that the register does not have",
        korean: "대장에 없는 \(name.text(in: .korean)) 사용 내역")
      return try reading.finding(
        TechnologyIndicators.exposed, target.subject,
        missing: conversions.isEmpty ? [none] : conversions,
        statement: LocalizedText(
          met.contains(target)
            ? "Not every use on record could be compared with \(name.english)"
            : "No technology on record is known to need \(name.english); that does not mean that "
              + "none does",
          korean: met.contains(target)
            ? "일부 사용 기록은 \(KoreanParticle.with.after(name.text(in: .korean))) 비교할 수 없다"
            : "\(KoreanParticle.object.after(name.text(in: .korean))) 사용하는 기술이 대장에 없으나 "
              + "실제로 없다는 뜻은 아니다"),
        sources: reading.register.sources)
    }
  }

  /// Whether technologies met a material that was left out because their products met too.
  private func isMetByMaterial(_ target: ExposureTarget, _ reading: TechnologyReading) -> Bool {
    guard case .material = target else { return false }
    return !Exposure(of: target, in: reading.register, on: reading.asOf).matches.isEmpty
  }
}

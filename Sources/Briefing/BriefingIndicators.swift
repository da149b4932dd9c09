internal import Kernel
internal import Vocabulary

/// The indicators of the briefing itself.
enum BriefingIndicators {
  static let all = [
    Indicator(
      "lens_missing", title: LocalizedText("Part not read", korean: "분석하지 못한 부분"), section: .status,
      doc: "A lens that did not read the event, and why."),
    Indicator(
      "situation_level", title: LocalizedText("Level", korean: "위기 단계"), section: .coordination,
      doc: "The level of the situation: the highest that a finding stands for, with the reason."),
    Indicator(
      "task", title: LocalizedText("Tasks", korean: "과제"), section: .coordination,
      doc: "What one accountable agency must do, and by when, from the playbook."),
  ]

  static func lensMissing(_ lens: Lens, module: ModuleIdentity, asOf: Day) -> Finding {
    Finding(
      "lens_missing", subject: Subject(kind: "module", identifier: module.identifier), asOf: asOf,
      status: .insufficient(missing: [
        LocalizedText(
          "the part '\(lens.title.english)': the module '\(module.title.english)' is switched off",
          korean: "'\(lens.title.inKorean)' 분석: '\(module.title.inKorean)' 모듈이 꺼져 있음")
      ]),
      statement: LocalizedText(
        "\(lens.title.english): not read, because the module \(module.title.english) is switched off",
        korean:
          "\(lens.title.text(in: .korean)): \(module.title.text(in: .korean)) 모듈이 꺼져 있어 분석하지 못함"))
  }

  static func lensFailed(_ lens: Lens, reason: String, asOf: Day) -> Finding {
    Finding(
      "lens_missing", subject: Subject(kind: "lens", identifier: lens.identifier), asOf: asOf,
      status: .insufficient(missing: [
        LocalizedText(
          "the part '\(lens.title.english)': \(reason)",
          korean: "'\(lens.title.inKorean)' 분석: \(reason)")
      ]),
      statement: LocalizedText(
        "\(lens.title.english): it stopped with an error",
        korean: "\(lens.title.text(in: .korean)): 오류로 중단됨"), evidence: [LocalizedText(reason)])
  }
}

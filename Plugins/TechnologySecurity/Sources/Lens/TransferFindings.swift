internal import Kernel
internal import TechnologyDuty
internal import Vocabulary

/// The duties before a transfer that the event is about, by the day on which it starts.
enum TransferFindings {
  static func findings(_ reading: TechnologyReading) throws -> [Finding] {
    guard reading.event.kind == "transfer" else { return [] }
    let parties = reading.event.subjects.filter { $0.kind == "party" }.map(\.identifier)
    let named = reading.holders.filter { parties.contains($0.identifier) }
    let technologies = technologies(reading, named)
    return try parties.filter { party in !named.contains { $0.identifier == party } }
      .map { try unknownParty($0, reading) }
      + technologies.flatMap { technology in
        let holders =
          parties.isEmpty
          ? reading.holders.filter { $0.holding(of: technology.identifier) != nil } : named
        if holders.isEmpty && parties.isEmpty { return [try noHolder(technology, reading)] }
        return try holders.flatMap { holder in
          try TransferAct.allCases.map { act in
            try finding(
              TransferCase(
                technology: technology, holder: holder, act: act, day: reading.event.starts),
              reading)
          }
        }
      }
  }

  /// The technologies that the event names; where it names none, those of its parties.
  private static func technologies(_ reading: TechnologyReading, _ parties: [Holder])
    -> [Technology]
  {
    let named = Set(reading.namedTechnologies)
    let held = Set(parties.flatMap { $0.holdings.map(\.technology) })
    let wanted = named.isEmpty ? held : named
    return reading.register.technologies.filter { wanted.contains($0.identifier) }
      .sorted { Technology.precedes($0, $1, on: reading.event.starts) }
  }

  private static func finding(_ transfer: TransferCase, _ reading: TechnologyReading) throws
    -> Finding
  {
    let finding = transfer.finding
    let isAsked = finding.duty == .approval || finding.duty == .notification
    return try reading.finding(
      TechnologyIndicators.duty, transfer.technology.subject, object: transfer.holder.subject,
      missing: finding.duty.missing, statement: TransferSentence(transfer).statement,
      evidence: finding.steps.map(\.evidence),
      sources: [transfer.technology.source, transfer.holder.source],
      due: isAsked ? transfer.day : nil)
  }

  private static func unknownParty(_ party: String, _ reading: TechnologyReading) throws -> Finding
  {
    try reading.finding(
      TechnologyIndicators.duty, Subject(kind: "party", identifier: party),
      missing: [
        LocalizedText("the holdings of \(party)", korean: "\(party)의 기술 보유 내역")
      ],
      statement: LocalizedText(
        "The event names the party \(party), which is not in the register of holders",
        korean: "이 사안이 지목한 당사자 \(KoreanParticle.topic.after(party)) 보유기관 대장에 없다"),
      sources: reading.register.sources)
  }

  private static func noHolder(_ technology: Technology, _ reading: TechnologyReading) throws
    -> Finding
  {
    let title = technology.title
    return try reading.finding(
      TechnologyIndicators.duty, technology.subject,
      missing: [
        LocalizedText(
          "the holder that gives away \(title.inSentence)",
          korean: "\(KoreanParticle.object.after(title.text(in: .korean))) 이전하는 보유기관")
      ],
      statement: LocalizedText(
        "The duty before a transfer of \(title.inSentence) cannot be told, since no holder is on record",
        korean: "보유기관 기록이 없어 \(title.text(in: .korean)) 이전 전 의무를 알 수 없다"),
      sources: [technology.source])
  }
}

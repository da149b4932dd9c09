internal import TechnologyDuty
internal import Vocabulary

/// The duty of one case as one sentence in both languages.
struct TransferSentence {
  private let transfer: TransferCase

  init(_ transfer: TransferCase) { self.transfer = transfer }

  /// The sentence, without a final full stop.
  var statement: LocalizedText {
    let finding = transfer.finding
    let technology = transfer.technology.title
    let act = act(technology)
    let synthetic =
      transfer.holder.isSynthetic ? "; the holder is synthetic demonstration data" : ""
    let syntheticInKorean = transfer.holder.isSynthetic ? "(보유기관은 시연용 가상 자료)" : ""
    let holder = transfer.holder.name
    let holderInKorean = KoreanParticle.topic.after(holder.text(in: .korean))
    return LocalizedText(
      "Before \(act.english) on \(transfer.day), \(holder.english) "
        + english(finding.duty) + synthetic,
      korean: "\(holderInKorean) \(transfer.day)자 \(act.text(in: .korean)) 전에 "
        + korean(finding.duty) + syntheticInKorean)
  }

  private func act(_ technology: LocalizedText) -> LocalizedText {
    switch transfer.act {
    case .export:
      LocalizedText(
        "an export of \(technology.inSentence)", korean: "\(technology.text(in: .korean)) 수출")
    case .foreignMerger:
      LocalizedText(
        "a foreign merger or acquisition that reaches \(technology.inSentence)",
        korean: "\(technology.text(in: .korean)) 관련 해외 인수·합병 등")
    }
  }

  private func english(_ duty: Duty) -> String {
    switch duty {
    case .approval: "needs the minister's approval under the Industrial Technology Protection Act"
    case .notification: "must notify the minister under the Industrial Technology Protection Act"
    case .none:
      "owes nothing under the Industrial Technology Protection Act; other laws were not examined"
    case .cannotTell:
      owesSomething
        ? "needs the minister's approval or must notify the minister under the Industrial Technology "
          + "Protection Act, but which of the two cannot be told"
        : "may owe a duty under the Industrial Technology Protection Act, but that cannot be told"
    }
  }

  private func korean(_ duty: Duty) -> String {
    switch duty {
    case .approval: "산업기술보호법에 따라 장관의 승인을 받아야 한다"
    case .notification: "산업기술보호법에 따라 장관에게 신고하여야 한다"
    case .none: "산업기술보호법상 의무가 없으나 다른 법률은 검토하지 않았다"
    case .cannotTell:
      owesSomething
        ? "산업기술보호법에 따라 장관의 승인을 받거나 장관에게 신고하여야 하나 어느 쪽인지 알 수 없다" : "산업기술보호법상 의무가 있는지 알 수 없다"
    }
  }

  /// Whether some duty is certain, though not which.
  private var owesSomething: Bool { !transfer.finding.possible.contains(.none) }
}

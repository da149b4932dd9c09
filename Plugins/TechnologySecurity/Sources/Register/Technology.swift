internal import TechnologyDuty
internal import Vocabulary

/// A core technology as the register has it.
struct Technology {
  /// A step of the process, in its order.
  struct Step {
    let identifier: String
    let title: LocalizedText
  }

  /// A product or material that a step needs.
  struct Use {
    let step: Step
    let product: ProductCode?
    let material: String?
    /// The elements meant, where the material stands for several.
    let elements: [String]
    /// What it is needed for.
    let role: String
  }

  /// An entry of a control list under which it falls.
  struct ControlCode {
    /// The list: `eu`, `us`, `cn`, `kr`.
    let regime: String
    let code: String
  }

  let identifier: String
  let title: LocalizedText
  let field: IndustryField
  let criticality: Criticality
  let nationalCore: Standing
  /// The first day for which `nationalCore` is on record; nil when it names no day.
  let coreFrom: Day?
  let lawReference: String
  let citation: String
  let note: String?
  let steps: [Step]
  let uses: [Use]
  let makes: [ProductCode]
  let controlCodes: [ControlCode]
  /// The source of the row.
  let source: String

  var subject: Subject { Subject(kind: "technology", identifier: identifier) }

  /// Whether it is a national core technology on a day; unknown before its record begins.
  func nationalCore(on day: Day) -> Standing {
    if let coreFrom, day < coreFrom { return .unknown }
    return nationalCore
  }

  /// What is missing where that is unknown on a day.
  func missingDesignation(on day: Day) -> LocalizedText {
    let record =
      coreFrom.map { day < $0 ? "; the register records it from \($0)" : "" } ?? ""
    let recordInKorean = coreFrom.map { day < $0 ? "(\($0)부터 기록됨)" : "" } ?? ""
    return LocalizedText(
      "whether the technology \(title.inSentence) was a national core technology on \(day)"
        + record,
      korean: "\(day) 기준 \(title.text(in: .korean))의 국가핵심기술 해당 여부" + recordInKorean)
  }

  /// National core technologies first, then the most critical, then by identifier.
  static func precedes(_ first: Technology, _ second: Technology, on day: Day) -> Bool {
    func rank(_ technology: Technology) -> Int {
      switch technology.nationalCore(on: day) {
      case .yes: 0
      case .unknown: 1
      case .no: 2
      }
    }
    return (rank(first), first.criticality, first.identifier)
      < (rank(second), second.criticality, second.identifier)
  }
}

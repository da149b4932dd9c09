internal import Kernel
internal import Vocabulary

/// The words of a report that no module brings.
enum Wording {
  static func title(_ section: BriefSection) -> LocalizedText {
    switch section {
    case .status: LocalizedText("What happened, and its status", korean: "상황과 현재 상태")
    case .touches: LocalizedText("What it touches", korean: "영향 범위")
    case .holding: LocalizedText("How long we hold", korean: "버틸 수 있는 기간")
    case .alternatives: LocalizedText("Which alternatives are open", korean: "대체 공급처")
    case .technology:
      LocalizedText("Which technologies and industries stand on it", korean: "관련 기술과 산업")
    case .negotiation: LocalizedText("Negotiation: leverage and dates", korean: "협상: 지렛대와 기한")
    case .coordination: LocalizedText("Who must do what by when", korean: "누가 언제까지 무엇을")
    }
  }

  static func kind(_ event: Event) -> LocalizedText {
    switch event.kind {
    case "export_control": LocalizedText("export control", korean: "수출통제")
    case "export_stop": LocalizedText("export stop", korean: "수출중단")
    case "tariff": LocalizedText("tariff", korean: "관세")
    case "outage": LocalizedText("outage", korean: "공급차질")
    case "price": LocalizedText("price move", korean: "가격변동")
    case "listing": LocalizedText("listing", korean: "명단등재")
    case "transfer": LocalizedText("transfer of technology", korean: "기술이전")
    default: LocalizedText(event.kind)
    }
  }

  static let brief = LocalizedText("Situation report", korean: "상황보고")
  static let glance = LocalizedText("At a glance", korean: "한눈에 보기")
  static let gaps = LocalizedText(
    "What cannot be told, and what is missing", korean: "판단할 수 없는 것과 부족한 자료")
  static let sources = LocalizedText("Sources and markings", korean: "출처와 배포 표시")
  static let nothing = LocalizedText(
    "No finding in this part, which is not an all-clear.", korean: "이 항목의 결과 없음(이상이 없다는 뜻은 아님).")
  static let alike = LocalizedText("The same holds for", korean: "다음도 같음")
  static let noGaps = LocalizedText("Nothing was left open.", korean: "없음.")
  static let noPlaybook = LocalizedText(
    "The configuration has no playbook, so that no task is listed.",
    korean: "설정에 대응계획(playbook)이 없어 과제를 제시하지 않음.")
  static let real = LocalizedText("real", korean: "실제")
  static let hypothetical = LocalizedText("hypothetical", korean: "가상")
  static let cannotTell = LocalizedText("cannot tell", korean: "판단 불가")
  static func others(_ count: Int) -> LocalizedText {
    LocalizedText("and \(count) more like it", korean: "외 \(count)건")
  }
  static let level = LocalizedText("Level", korean: "위기 단계")
  static let announced = LocalizedText("announced", korean: "발표")
  static let starts = LocalizedText("takes effect", korean: "시행")
  static let ends = LocalizedText("named end", korean: "종료 예정")
  static let asOf = LocalizedText("As of", korean: "기준일")
  static let knownAt = LocalizedText("Facts learned up to", korean: "자료 기준 시점")
  static let agency = LocalizedText("Agency", korean: "작성기관")
  static let marking = LocalizedText("Marking", korean: "배포 표시")
  static let author = LocalizedText("Acting state", korean: "조치국")
  static let home = LocalizedText("Seen from", korean: "대상국")
  static let horizon = LocalizedText("Horizon", korean: "분석 기간")
  static let days = LocalizedText("days", korean: "일")
  static let due = LocalizedText("by", korean: "기한")
  static let deadline = LocalizedText("Deadline", korean: "기한")
  static let task = LocalizedText("Task", korean: "과제")
  static let accountable = LocalizedText("Accountable", korean: "책임기관")
  static let responsible = LocalizedText("Carried out by", korean: "수행기관")
  static let subject = LocalizedText("Subject", korean: "대상")
  static let value = LocalizedText("Value", korean: "값")
  static let eventSources = LocalizedText("Reported in", korean: "사안 출처")
  static let source = LocalizedText("Source", korean: "출처")
  static let publisher = LocalizedText("Publisher", korean: "발행기관")
  static let licence = LocalizedText("Licence", korean: "이용조건")
  static let shocks = LocalizedText("Assumed losses of supply", korean: "가정한 공급 손실")
  static let chartsMissing = LocalizedText(
    "Charts are left out: the program gnuplot is not installed. The tables hold the same numbers.",
    korean: "gnuplot이 설치되어 있지 않아 그림을 생략함. 같은 수치가 표에 있음.")
}

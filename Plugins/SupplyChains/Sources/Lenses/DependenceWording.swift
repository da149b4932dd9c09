internal import Dependence
internal import Vocabulary

/// The four criteria of dependence as part of a sentence.
struct DependenceWording {
  let english: String
  let korean: String
  let evidence: [LocalizedText]

  init(_ row: DependenceRow, persists: Bool?, bounds: DependenceThresholds, year: Int) {
    let c1 = row.isConcentrated(bounds)
    let c2 = row.isConcentratedInTheWorld(bounds)
    let imports = StatementNumber.index(row.importConcentration)
    let world = StatementNumber.index(row.worldConcentration)
    let balance = DependenceWording.balance(row)
    let years = "\(year - 2)-\(year)"
    let lasting =
      switch persists {
      case true?:
        ("the three held together in two of the years \(years)", "\(years)년 중 2년 이상 세 조건이 함께 충족되었다")
      case false?:
        (
          "the three did not hold together in two of the years \(years)",
          "\(years)년 중 세 조건이 함께 충족된 해는 2년에 미치지 못한다"
        )
      case nil:
        (
          "whether the three held together in two of the years \(years) cannot be told",
          "\(years)년 중 2년 이상 세 조건이 함께 충족되었는지는 알 수 없다"
        )
      }
    english =
      "are \(c1 ? "" : "not ")concentrated (HHI \(imports)), world exports are "
      + "\(c2 ? "" : "not ")(HHI \(world)), \(balance.english), and \(lasting.0)"
    korean =
      "\(c1 ? "집중되어 있고" : "집중되어 있지 않고")(HHI \(imports)), 세계 수출은 "
      + "\(c2 ? "집중되어 있으며" : "집중되어 있지 않으며")(HHI \(world)), \(balance.korean), \(lasting.1)"
    let concentration = StatementNumber.number(bounds.concentration)
    let ratio = StatementNumber.number(bounds.importExportRatio)
    evidence = [
      DependenceWording.criterion(
        LocalizedText(
          "criterion 1, HHI of imports above \(concentration)",
          korean: "기준 1, 수입 집중도(HHI) \(concentration) 초과"), c1),
      DependenceWording.criterion(
        LocalizedText(
          "criterion 2, HHI of world exports above \(concentration)",
          korean: "기준 2, 세계 수출 집중도(HHI) \(concentration) 초과"), c2),
      DependenceWording.criterion(
        LocalizedText(
          "criterion 3, imports over exports above \(ratio)", korean: "기준 3, 수출 대비 수입 \(ratio) 초과"),
        row.exceedsExports(bounds)),
      DependenceWording.criterion(
        LocalizedText(
          "criterion 4, criteria 1 to 3 together in two of three years",
          korean: "기준 4, 3년 중 2년 이상 기준 1~3 동시 충족"), persists),
      LocalizedText(
        "Vicard & Wibaux, EU strategic dependencies: a long view, CEPII Policy Brief 41, 2023"),
    ]
  }

  private static func criterion(_ name: LocalizedText, _ holds: Bool?) -> LocalizedText {
    let answer =
      switch holds {
      case true?: LocalizedText("yes", korean: "해당")
      case false?: LocalizedText("no", korean: "비해당")
      case nil: LocalizedText("cannot tell", korean: "판단 불가")
      }
    return LocalizedText(
      "\(name.english): \(answer.english)", korean: "\(name.inKorean): \(answer.inKorean)")
  }

  private static func balance(_ row: DependenceRow) -> (english: String, korean: String) {
    guard row.exports > 0 else { return ("no exports are recorded", "수출 기록은 없으며") }
    let times = StatementNumber.times(row.importExportRatio)
    return (
      "home imports \(times.english) what it exports", "수입이 수출의 \(times.inKorean)이고"
    )
  }
}

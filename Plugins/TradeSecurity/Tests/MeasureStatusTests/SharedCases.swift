import FoundationEssentials
import MeasureStatus
import TestSupport
import Vocabulary

/// The labelled cases and the register of announcements beside the project; absent on a clean clone.
enum SharedCases {
  static let isPresent = SharedData.has(casesFile) && SharedData.has(registerFile)

  private static let casesFile = "cases/trade/china_measure_status_cases.csv"
  private static let registerFile = "data/export-control/china_export_control_register.json"

  struct Row {
    let announcement: String
    let limb: String
    let day: Day
    let isOperative: Bool
    let isSuspended: Bool
    let isNotYetEffective: Bool
  }

  /// The rows of the case file; none of its fields is quoted.
  static func rows() throws -> [Row] {
    let text = String(decoding: try contents(casesFile), as: UTF8.self)
    return try text.split(whereSeparator: \.isNewline).dropFirst().map { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      return Row(
        announcement: String(fields[0]), limb: String(fields[1]), day: try Day(fields[2]),
        isOperative: fields[3] == "true", isSuspended: fields[4] == "true",
        isNotYetEffective: fields[5] == "true")
    }
  }

  /// Each announcement or limb of the register as a measure.
  static func measure(_ announcement: String, limb: String) throws -> Measure? {
    let register = try JSONDecoder().decode(Register.self, from: contents(registerFile))
    guard let entry = register.announcements.first(where: { $0.id == announcement }) else {
      return nil
    }
    let suspension = register.suspension
    let pause = MeasureAct(
      .suspended, from: try Day(suspension.from), until: try Day(suspension.until),
      learned: try Day(suspension.announcedOn), citation: suspension.instrument)
    let start = entry.limbEffectiveFrom?[limb] ?? entry.effectiveFrom ?? entry.date
    return Measure(
      identifier: announcement, kind: .exportControl, validity: Validity(from: try Day(start)),
      learned: try Day(entry.date),
      acts: suspension.suspends.contains(announcement) ? [pause] : [], citation: entry.number)
  }

  private struct Register: Decodable {
    let announcements: [Announcement]
    let suspension: Suspension
  }

  private struct Announcement: Decodable {
    let id: String
    let number: String
    let date: String
    let effectiveFrom: String?
    let limbEffectiveFrom: [String: String]?
  }

  private struct Suspension: Decodable {
    let instrument: String
    let announcedOn: String
    let from: String
    let until: String
    let suspends: [String]
  }

  private static func contents(_ path: String) throws -> Data {
    try Data(contentsOf: URL(filePath: SharedData.path(path)))
  }
}

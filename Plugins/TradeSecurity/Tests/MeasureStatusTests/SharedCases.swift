import FoundationEssentials
import MeasureStatus
import Vocabulary

/// The labelled cases and the register of announcements beside the project; absent on a clean clone.
enum SharedCases {
  static let isPresent = contents("cases/trade/china_measure_status_cases.csv") != nil

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
    let text = contents("cases/trade/china_measure_status_cases.csv") ?? ""
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
    let text = contents("data/export-control/china_export_control_register.json") ?? ""
    let register = try JSONDecoder().decode(Register.self, from: Data(text.utf8))
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

  private static func contents(_ path: String) -> String? {
    var folder = #filePath.split(separator: "/").dropLast()
    while !folder.isEmpty {
      let root = "/" + folder.joined(separator: "/")
      if FileManager.default.fileExists(atPath: root + "/Package.swift") {
        return FileManager.default.contents(atPath: root + "/../shared/" + path)
          .map { String(decoding: $0, as: UTF8.self) }
      }
      folder = folder.dropLast()
    }
    return nil
  }
}

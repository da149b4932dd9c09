internal import Kernel
internal import Store
internal import Vocabulary

/// A published list as the store has it.
struct ListVersion {
  /// The list, such as `ofac-sdn`.
  let list: String
  /// The day it was published; nil when unknown.
  let published: Day?
  /// The source.
  let source: String

  /// Its age on a day, in days; negative where it was published later.
  func age(on day: Day) -> Int? { published?.days(until: day) }

  /// The list with its day and age as a line of evidence.
  func evidence(on day: Day) -> LocalizedText {
    let age = age(on: day).map { $0 < 0 ? "기준일 이후 발행" : "\($0)일 경과" } ?? "발행일 모름"
    return LocalizedText(
      "list: \(described(on: day))",
      korean: "명단: \(list), \(published.map { "\($0) 발행, " } ?? "")\(age)")
  }

  func described(on day: Day) -> String {
    guard let published, let age = age(on: day) else { return "\(list) of an unknown day" }
    return age < 0
      ? "\(list) of \(published), published after the day asked about"
      : "\(list) of \(published) (\(age) days old)"
  }
}

/// The lists that the store has.
enum ListVersions {
  /// What to do where no list is there.
  static let fillHints = [
    "tower import ofac-sdn config/reference/ofac_nonsdn_2024-05-06.xml.gz",
    "tower import un-consolidated FILE",
  ]

  /// Every list in alphabetical order.
  static func all(_ connection: Connection) throws -> [ListVersion] {
    try connection.rows(
      """
      SELECT list, published, source_id FROM trade_list_version WHERE base IS NULL ORDER BY list
      """
    ).map { row in
      ListVersion(
        list: row[0].text ?? "", published: row[1].text.flatMap { try? Day($0) },
        source: row[2].text ?? "")
    }
  }
}

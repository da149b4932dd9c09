public import Vocabulary

/// A version of the Act on Prevention of Divulgence and Protection of Industrial Technology
/// (산업기술의 유출방지 및 보호에 관한 법률), by the days on which it applies.
public struct ActVersion: Hashable, Sendable {
  /// When this version applies.
  public let validity: Validity
  /// The Act in both languages, with the day of the version.
  public let title: LocalizedText

  /// The versions on record, oldest first; days before them cannot be judged.
  ///
  /// On record is the text in force since 22 July 2025. Earlier texts knew duties of the same
  /// kind, but their articles were not checked, so that no answer rests on them.
  public static let recorded: [ActVersion] = [
    ActVersion(
      validity: Validity(from: Day(year: 2025, month: 7, day: 22)),
      title: LocalizedText(
        "Industrial Technology Protection Act, in force since 2025-07-22",
        korean: "산업기술보호법 (2025-07-22 시행)"))
  ]

  /// The version that applies on a day, or nil when none is on record.
  public static func version(on day: Day) -> ActVersion? {
    recorded.first { $0.validity.contains(day) }
  }

  /// The Act with one of its articles, as one cites it.
  func citation(_ article: String) -> String {
    title.english + ", " + article
  }
}

public import Vocabulary

/// A version of the Act on Prevention of Divulgence and Protection of Industrial Technology
/// (산업기술의 유출방지 및 보호에 관한 법률), by the days on which it applies.
///
/// A version begins where an amendment changes what Articles 2, 5, 11 or 11-2 say of the duties
/// before a transfer; amendments that change only the name of the ministry are not told apart.
public struct ActVersion: Hashable, Sendable {
  /// When this version applies.
  public let validity: Validity
  /// The Act in both languages, with the number and the day of the version.
  public let title: LocalizedText
  /// The article that says which institutions the Act binds (대상기관).
  let holderArticle: String
  /// What it asks before an export.
  let export: TransferRule
  /// What it asks before a foreign merger; nil when it asks for nothing.
  let foreignMerger: TransferRule?
  /// The paragraph that lets the minister waive or simplify the procedure of an export.
  let waiver: String?
  /// The article under which one asks whether a technology is national core.
  let determination: String?

  /// The day on which the Act came into force.
  public static let firstDay = Day(year: 2007, month: 4, day: 28)

  /// The versions, oldest first; each applies until the next, the last until it is amended.
  ///
  /// Read in the consolidated texts of law.go.kr: Acts No. 8062 (promulgated 2006-10-27), 10962
  /// (2011-07-25, inserts Article 11-2 with notification alone), 13083 (2015-01-28, moves the
  /// definition of the institutions to Article 2), 16476 (2019-08-20, approval and notification in
  /// Article 11-2), 20694 (2025-01-21, Article 11 (11)) and 21154 (2025-12-02).
  public static let recorded: [ActVersion] = zip(texts, texts.dropFirst().map(\.from) + [nil])
    .map { text, end in text.version(until: end) }

  private static let texts = [
    ActText(
      number: 8062, from: firstDay, holderArticle: "Article 5 (4)", foreignMerger: nil),
    ActText(
      number: 10962, from: Day(year: 2012, month: 1, day: 26), holderArticle: "Article 5 (4)",
      foreignMerger: .notificationOfFundedMergers, determination: "Article 9 (6)"),
    ActText(
      number: 13083, from: Day(year: 2015, month: 1, day: 28), holderArticle: "Article 2 item 4",
      foreignMerger: .notificationOfFundedMergers, determination: "Article 9 (6)"),
    ActText(
      number: 16476, from: Day(year: 2020, month: 2, day: 21), holderArticle: "Article 2 item 4",
      foreignMerger: .merger, determination: "Article 9 (6)"),
    ActText(
      number: 20694, from: Day(year: 2025, month: 7, day: 22), holderArticle: "Article 2 item 4",
      foreignMerger: .merger, waiver: "Article 11 (11)", determination: "Article 9-2 (1)"),
    ActText(
      number: 21154, from: Day(year: 2026, month: 6, day: 3), holderArticle: "Article 2 item 4",
      foreignMerger: .merger, waiver: "Article 11 (11)", determination: "Article 9-2 (1)"),
  ]

  /// The version that applies on a day, or nil before the Act came into force.
  public static func version(on day: Day) -> ActVersion? {
    recorded.first { $0.validity.contains(day) }
  }

  /// The Act with one of its articles, as one cites it.
  func citation(_ article: String) -> String {
    title.english + ", " + article
  }

  /// What it asks before an act; nil when it asks for nothing.
  func rule(_ act: TransferAct) -> TransferRule? {
    switch act {
    case .export: export
    case .foreignMerger: foreignMerger
    }
  }
}

/// The text of an amended Act, without the day on which the next one replaces it.
private struct ActText {
  let number: Int
  let from: Day?
  let holderArticle: String
  let foreignMerger: TransferRule?
  var waiver: String?
  var determination: String?

  func version(until end: Day?) -> ActVersion {
    let start = from?.description ?? ""
    return ActVersion(
      validity: Validity(from: from, until: end),
      title: LocalizedText(
        "Industrial Technology Protection Act (No. \(number)), in force since \(start)",
        korean: "산업기술보호법 (법률 제\(number)호, \(start) 시행)"),
      holderArticle: holderArticle, export: .export, foreignMerger: foreignMerger, waiver: waiver,
      determination: determination)
  }
}

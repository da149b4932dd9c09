internal import Kernel
internal import Vocabulary

/// When a list was published, for layouts that do not say.
///
/// A user says it, or the card of the file; else its name, as in `sdn_2021-07.csv`, where a month or a
/// year means its first day, so that the list is never thought younger than it may be.
enum PublicationDay {
  static let parameter = Parameter(
    "published", .text,
    doc: "When it was published: YYYY-MM-DD, YYYY-MM or YYYY; else by the card or the file's name.")

  /// Completes the card of a session, and notes where the day comes from.
  ///
  /// - Throws: `TowerError` for a text that is no such day.
  static func complete(_ session: ImportSession) throws {
    if let text = session.arguments.optionalText(parameter.name) {
      guard let day = first(of: text) else {
        throw TowerError(.usage, "--published: '\(text)' is not YYYY-MM-DD, YYYY-MM or YYYY")
      }
      session.card.asOf = day
      session.card.version = text
    } else if let day = session.card.asOf {
      if session.card.version.isEmpty { session.card.version = day.description }
    } else if let text = inName(session.path), let day = first(of: text) {
      session.card.asOf = day
      session.card.version = text
      session.note("the file does not say when it was published; its name says \(text)")
    } else {
      session.note("it is not known when the list was published: add --published")
    }
  }

  private static func first(of text: String) -> Day? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 3, parts[0].utf8.count == 4,
      parts.dropFirst().allSatisfy({ $0.utf8.count == 2 })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, (1900...2100).contains(numbers[0]) else { return nil }
    return Day(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : 1,
      day: numbers.count > 2 ? numbers[2] : 1)
  }

  /// The longest day that the name of a file holds between other marks.
  private static func inName(_ path: String) -> String? {
    let name = path.split(separator: "/").last ?? ""
    let words = name.split { !("0"..."9").contains($0) && $0 != "-" }.map(String.init)
    return words.filter { first(of: $0) != nil }.max { $0.utf8.count < $1.utf8.count }
  }
}

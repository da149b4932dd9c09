internal import Store
internal import Synchronization
internal import Vocabulary

/// What questions know of time: `today()` is the day of the answer, and no function reads the
/// machine's clock.
///
/// SQLite's own functions of dates do so for the word 'now', for no argument at all, and for the time
/// zone. They are put in front of SQLite's, which computes the rest on a connection of its own.
final class QuestionClock: Sendable {
  private let calculator: Mutex<Connection>

  init() throws { calculator = Mutex(try Connection(path: ":memory:", mode: .create)) }

  /// The functions for a connection that answers for a day.
  static func functions(today: Day) throws -> [ScalarFunction] {
    let clock = try QuestionClock()
    return [ScalarFunction("today", argumentCount: 0) { _, _ in Value(today) }]
      + dates.map { name in
        ScalarFunction(name, argumentCount: -1) { values, _ in try clock.compute(name, values) }
      }
  }

  /// SQLite's functions of dates (sqlite.org/lang_datefunc.html).
  private static let dates = ["date", "time", "datetime", "julianday", "unixepoch", "strftime"]

  private func compute(_ name: String, _ values: [Value]) throws -> Value {
    let words = values.map(QuestionClock.word)
    guard values.count > (name == "strftime" ? 1 : 0), !words.contains("now") else {
      throw Refusal("the machine's clock is not read; today() is the day of the answer")
    }
    guard !words.contains("localtime"), !words.contains("utc") else {
      throw Refusal("the machine's time zone is not read; add the hours, as '+9 hours'")
    }
    let marks = values.map { _ in "?" }.joined(separator: ", ")
    return try calculator.withLock { connection in
      try connection.first("SELECT \(name)(\(marks))", values)?[0] ?? .null
    }
  }

  /// A value as SQLite compares it with a word: as far as the first zero byte, in any case.
  private static func word(_ value: Value) -> String {
    let bytes: [UInt8] =
      switch value {
      case .text(let text): Array(text.utf8)
      case .blob(let bytes): bytes
      default: []
      }
    return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self).lowercased()
  }

  private struct Refusal: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
  }
}

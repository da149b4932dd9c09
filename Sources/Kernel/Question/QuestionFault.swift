internal import Store
internal import Vocabulary

/// What is wrong with a question, shown to the person who asked it: the place, and the nearest names.
struct QuestionFault {
  private let error: StoreError
  private let registry: Registry
  private let sql: String
  private let firstLine: Int
  private let text: SQLText

  /// - Parameter line: where the statement begins in the text that the person wrote.
  init(_ error: StoreError, sql: String, line: Int, registry: Registry) {
    firstLine = line
    self.error = error
    self.registry = registry
    self.sql = sql
    text = SQLText(sql)
  }

  /// The error with the line, a caret under the fault and the nearest valid names.
  var towerError: TowerError {
    TowerError(
      ExitStatus(of: error.kind), error.message, hints: excerpt + suggestions + limitHint)
  }

  private var limitHint: [String] {
    error.limit.map { ["the setting \(QuestionLimits.setting($0)) raises it"] } ?? []
  }

  // MARK: The place

  private var offset: Int? {
    error.offset
      ?? subject.flatMap { name in
        text.words.first { $0.text.lowercased() == name.lowercased() }?.offset
      }
  }

  private var excerpt: [String] {
    guard let offset else { return [] }
    let before = String(decoding: sql.utf8.prefix(offset), as: UTF8.self)
    let lines = sql.split(separator: "\n", omittingEmptySubsequences: false)
    let number = before.utf8.count { $0 == UInt8(ascii: "\n") }
    guard number < lines.count else { return [] }
    let column = before.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    let excerpt = Excerpt(
      of: String(lines[number]), around: column.unicodeScalars.count + 1)
    let label = lines.count > 1 || firstLine > 1 ? "\(firstLine + number) | " : "| "
    let gap = String(repeating: " ", count: label.count - 2) + "| "
    return [label + excerpt.line, gap + excerpt.caret]
  }

  // MARK: The names

  /// The name that the message is about, without the table before it.
  private var subject: String? {
    for opening in ["no such column: ", "no such table: ", "no such function: "]
    where error.message.hasPrefix(opening) {
      return error.message.dropFirst(opening.count).split(separator: ".").last.map(String.init)
    }
    // SQLite and the read policy quote what they stumble over, each in its own way.
    let quoted = error.message.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "'" || $0 == "\"" })
    return quoted.count >= 3 ? String(quoted[1]) : nil
  }

  private var suggestions: [String] {
    if let signature = miscalled { return ["call it as \(signature)"] }
    guard let subject else { return [] }
    if subject.lowercased().hasPrefix("current_") { return ["today() is the day of the answer"] }
    let near = nearest(to: subject, in: candidates)
    guard near.isEmpty else { return ["did you mean \(near.joined(separator: " or "))?"] }
    return fallback
  }

  /// How the function is called that the statement calls with another number of arguments.
  private var miscalled: String? {
    let opening = "wrong number of arguments to function "
    guard error.message.hasPrefix(opening) else { return nil }
    let name = error.message.dropFirst(opening.count).prefix { $0 != "(" }.lowercased()
    return registry.entries.lazy.flatMap(\.descriptor.declaredFunctions)
      .first { $0.name == name && $0.kind != .table }?.signature
  }

  private var candidates: [String] {
    let message = error.message
    if message.hasPrefix("no such column") { return columns }
    if message.hasPrefix("no such function") || message.hasPrefix("function ") {
      return registry.callable + tables
    }
    if message.hasPrefix("no such table") || message.hasPrefix("table ") { return tables }
    // A short name is near to some keyword in any case.
    let isWord = (subject?.count ?? 0) > 2
    return isWord && message.contains("syntax error") ? SQLText.keywords : []
  }

  private var fallback: [String] {
    let message = error.message
    if message.hasPrefix("no such table") || message.hasPrefix("table ") {
      return ["'tower tables' and 'tower functions' list what can be read"]
    }
    guard message.hasPrefix("no such column"), !columns.isEmpty else { return [] }
    return ["the columns are \(columns.joined(separator: ", "))"]
  }

  private var tables: [String] { registry.readable.map(\.name) }

  /// The columns of the tables and functions that the statement names, each once.
  private var columns: [String] {
    let named = Set(text.words.map { $0.text.lowercased() })
    var seen: Set<String> = []
    return registry.readable.filter { named.contains($0.name) }.flatMap(\.columns)
      .filter { seen.insert($0).inserted }
  }
}

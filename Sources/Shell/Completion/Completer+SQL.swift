internal import Kernel
internal import Store

extension Completer {
  /// How a statement can go on: tables and functions where a source is named, columns elsewhere.
  ///
  /// - Parameters:
  ///   - sql: the statement up to the cursor.
  ///   - following: what stands behind the cursor.
  func sqlCompletion(of sql: String, following: String) -> Completion {
    let text = SQLText(sql)
    let code = text.code
    guard !text.isOpen, !endsInComment(sql) else { return .none("") }
    let start = (code.lastIndex { !SQLText.isWordByte($0) } ?? -1) + 1
    let word = String(decoding: code[start...], as: UTF8.self)
    if start > 0, code[start - 1] == UInt8(ascii: ".") {
      return columns(of: text, before: start - 1, word)
    }
    let before = text.words.filter { $0.offset < start }
    if namesSource(before.map { $0.text.uppercased() }, code[..<start]) {
      return completion(word, readableIndex.names(beginning: word))
    }
    let named = sources(in: SQLText(sql + following)).flatMap { $0.readable.columns }
    let columns = named.filter { $0.lowercased().hasPrefix(word.lowercased()) }
    let words = word.isEmpty ? [] : wordIndex.names(beginning: word)
    return completion(word, Set(columns + words).sorted())
  }

  // A name follows FROM or JOIN, and the comma between two sources.
  private func namesSource(_ words: [String], _ code: ArraySlice<UInt8>) -> Bool {
    guard let last = words.last else { return false }
    let lastMark = code.last { !SQLText.isSpace($0) }
    if last == "FROM" || last == "JOIN" {
      return lastMark.map(SQLText.isWordByte) == true
    }
    guard lastMark == UInt8(ascii: ",") else { return false }
    let clauses: Set = [
      "SELECT", "FROM", "WHERE", "GROUP", "ORDER", "BY", "HAVING", "ON", "USING", "VALUES", "LIMIT",
    ]
    guard words.last(where: clauses.contains) == "FROM" else { return false }
    // Not inside the parentheses of a call: there the comma parts arguments.
    let depth = code.reduce(0) { depth, byte in
      byte == UInt8(ascii: "(") ? depth + 1 : byte == UInt8(ascii: ")") ? depth - 1 : depth
    }
    return depth == 0
  }

  private func columns(of text: SQLText, before dot: Int, _ word: String) -> Completion {
    let owner = text.words.last { $0.offset + $0.text.utf8.count == dot }?.text.lowercased()
    let source = sources(in: text).first { $0.alias == owner }
    let columns = source?.readable.columns ?? []
    return completion(
      word, columns.filter { $0.lowercased().hasPrefix(word.lowercased()) }.sorted())
  }

  /// The tables and functions that a statement names, each under the name that it gives them.
  private func sources(in text: SQLText) -> [(readable: Readable, alias: String)] {
    let words = text.words
    var found: [(readable: Readable, alias: String)] = []
    for (index, word) in words.enumerated() {
      guard let known = readable.first(where: { $0.name == word.text.lowercased() }) else {
        continue
      }
      found.append((known, known.name))
      if let alias = alias(words[(index + 1)...], text, of: word) { found.append((known, alias)) }
    }
    return found
  }

  // `name alias`, `name AS alias` and `name(arguments) alias`.
  private func alias(_ following: ArraySlice<SQLText.Word>, _ text: SQLText, of word: SQLText.Word)
    -> String?
  {
    var place = word.offset + word.text.utf8.count
    place = afterCall(text.code, place)
    for candidate in following where candidate.offset >= place {
      let gap = text.code[place..<candidate.offset]
      guard gap.allSatisfy(SQLText.isSpace) else { return nil }
      if candidate.text.uppercased() == "AS" {
        place = candidate.offset + 2
        continue
      }
      let isKeyword = SQLText.keywords.contains(candidate.text.uppercased())
      return isKeyword ? nil : candidate.text.lowercased()
    }
    return nil
  }

  private func afterCall(_ code: [UInt8], _ place: Int) -> Int {
    guard place < code.count, code[place] == UInt8(ascii: "(") else { return place }
    var depth = 0
    for index in place..<code.count {
      if code[index] == UInt8(ascii: "(") { depth += 1 }
      if code[index] == UInt8(ascii: ")") { depth -= 1 }
      if depth == 0 { return index + 1 }
    }
    return code.count
  }

  private func endsInComment(_ sql: String) -> Bool {
    var place = SQLPlace()
    for byte in sql.utf8 { _ = place.advance(over: byte) }
    return place.isComment
  }

  private func completion(_ word: String, _ names: [String]) -> Completion {
    let isUpper = !word.isEmpty && word == word.uppercased()
    let keywords = Set(SQLText.keywords.map { $0.lowercased() })
    let written = names.map { isUpper && keywords.contains($0) ? $0.uppercased() : $0 }
    let isCall = written.count == 1 && isFunction(written[0])
    return Completion(
      word: word, candidates: isCall ? [written[0] + "("] : written, ending: isCall ? "" : " ")
  }

  private func isFunction(_ name: String) -> Bool {
    readable.contains { $0.name == name && $0.isFunction }
  }
}

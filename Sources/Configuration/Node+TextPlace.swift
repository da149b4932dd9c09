extension Node {
  /// A fault inside the text of a scalar, such as a wrong word of a command line.
  ///
  /// - Parameters:
  ///   - offset: how many characters of Unicode (scalars) of the text stand before the place.
  ///   - message: what is wrong.
  ///   - suggestions: the nearest valid names.
  public func fault(inTextAt offset: Int, _ message: String, suggestions: [String] = [])
    -> Diagnostic
  {
    Diagnostic(place(inTextAt: offset) ?? place, message, suggestions: suggestions)
  }

  /// Where a character of the text stands in the file, also when the text runs over several lines.
  ///
  /// The words of the text are looked for one after the other, because YAML folds the space between
  /// them; nil when a word is written in another way than it reads, as with an escape.
  private func place(inTextAt offset: Int) -> Place? {
    guard case .scalar(let text, _) = content, let lines else { return nil }
    let scalars = Array(text.unicodeScalars)
    var cursor = Cursor(lines: lines, line: place.mark.line, column: place.mark.column)
    cursor.passOpening()
    var position = 0
    while position < scalars.count {
      while position < scalars.count, scalars[position].properties.isWhitespace { position += 1 }
      let end = scalars[position...].firstIndex { $0.properties.isWhitespace } ?? scalars.count
      cursor.passSpace()
      guard cursor.stands(before: scalars[position..<end]) else { return nil }
      if offset < end { return cursor.place(after: max(0, offset - position), in: place.mark.file) }
      cursor.column += end - position
      position = end
    }
    return nil
  }
}

/// A place that moves through the lines of a file.
private struct Cursor {
  let lines: SourceLines
  var line: Int
  /// The column, counted from 1.
  var column: Int

  private var rest: ArraySlice<Unicode.Scalar> {
    Array(lines[line].unicodeScalars).dropFirst(column - 1)
  }

  /// Passes the quote of a quoted text, or the line with the sign of a block.
  mutating func passOpening() {
    switch rest.first {
    case "'", "\"": column += 1
    case "|", ">": nextLine()
    default: break
    }
  }

  /// Passes spaces and ends of lines.
  mutating func passSpace() {
    while line <= lines.end.line {
      if let index = rest.firstIndex(where: { !$0.properties.isWhitespace }) {
        column = index + 1
        return
      }
      nextLine()
    }
  }

  func stands(before word: ArraySlice<Unicode.Scalar>) -> Bool { rest.starts(with: word) }

  func place(after distance: Int, in file: String) -> Place {
    Place(
      mark: Mark(file: file, line: line, column: column + distance), sourceLine: lines[line])
  }

  private mutating func nextLine() {
    line += 1
    column = 1
  }
}

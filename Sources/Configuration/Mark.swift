/// A place in a file, counted from 1.
public struct Mark: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The file as it was named.
  public let file: String
  /// The line.
  public let line: Int
  /// The column, in characters of Unicode (scalars).
  public let column: Int

  /// Makes a mark.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// `file:line:column`.
  public var description: String { "\(file):\(line):\(column)" }

  /// Orders by file, line and column.
  public static func < (first: Mark, second: Mark) -> Bool {
    (first.file, first.line, first.column) < (second.file, second.line, second.column)
  }
}

/// A mark with the line it points into.
struct Place: Sendable, Hashable {
  let mark: Mark
  let sourceLine: String
}

/// The lines of a file as libyaml counts them, for messages.
///
/// libyaml ends a line at LF, CR, CR LF, and at the Unicode breaks NEL, LS and PS.
struct SourceLines {
  private var lines: [String] = []

  /// Splits a text; bytes that are not UTF-8 show as replacement characters.
  init(_ bytes: some Collection<UInt8>) {
    var line = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      defer { isAfterReturn = scalar == "\r" }
      if isAfterReturn, scalar == "\n" { continue }
      if SourceLines.breaks.contains(scalar) {
        lines.append(String(line))
        line = String.UnicodeScalarView()
      } else {
        line.append(scalar)
      }
    }
    lines.append(String(line))
  }

  /// A line counted from 1; empty behind the last.
  subscript(line: Int) -> String {
    lines.indices.contains(line - 1) ? lines[line - 1] : ""
  }

  /// The line and the column, counted from 1, that follow the last character.
  var end: (line: Int, column: Int) {
    (lines.count, (lines.last?.unicodeScalars.count ?? 0) + 1)
  }

  private static let breaks: [Unicode.Scalar] = ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"]
}

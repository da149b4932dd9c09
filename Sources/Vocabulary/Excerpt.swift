/// The part of a line around a fault, with a caret that stands under it.
public struct Excerpt: Sendable, Hashable {
  /// The line, or a window of it where it is long.
  public let line: String
  /// Spaces and a caret, to be shown under the line.
  public let caret: String

  /// Cuts a line to a window around a column, counted from 1 in Unicode scalars.
  public init(of source: String, around column: Int) {
    let scalars = Array(source.unicodeScalars)
    let target = max(0, min(column - 1, scalars.count))
    let isShort = scalars.count <= 2 * Excerpt.reach
    let start = isShort ? 0 : max(0, target - Excerpt.reach)
    let end = isShort ? scalars.count : min(scalars.count, target + Excerpt.reach)
    let before = (start > 0 ? "…" : "") + Excerpt.text(scalars[start..<target])
    line = before + Excerpt.text(scalars[target..<end]) + (end < scalars.count ? "…" : "")
    // Tabs stay tabs, so that the caret stands under its character in any terminal.
    caret =
      before.split(separator: "\t", omittingEmptySubsequences: false)
      .map { String(repeating: " ", count: displayWidth(String($0))) }
      .joined(separator: "\t") + "^"
  }

  /// How many characters are shown on each side of the fault in a long line.
  private static let reach = 60

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

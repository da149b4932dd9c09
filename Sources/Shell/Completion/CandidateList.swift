internal import Vocabulary

/// Candidates in columns, as wide as the terminal.
struct CandidateList {
  private let candidates: [String]
  private let width: Int

  init(_ candidates: [String], width: Int) {
    self.candidates = candidates
    self.width = max(20, width)
  }

  /// More would push what is being typed off the screen.
  private static let limit = 120

  /// The lines of the list; what was left out is said at the end.
  var text: String {
    let shown = candidates.prefix(CandidateList.limit)
    let widths = shown.map(displayWidth)
    let column = (widths.max() ?? 0) + 2
    let perLine = max(1, width / column)
    var text = ""
    for (index, name) in shown.enumerated() {
      let isLast = (index + 1) % perLine == 0 || index == shown.count - 1
      text += name + (isLast ? "\n" : String(repeating: " ", count: column - widths[index]))
    }
    let hidden = candidates.count - shown.count
    return hidden == 0 ? text : text + "... and \(hidden) more; type on to see them\n"
  }
}

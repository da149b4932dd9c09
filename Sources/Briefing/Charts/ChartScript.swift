internal import Vocabulary

/// The script by which gnuplot draws bar charts as SVG.
enum ChartScript {
  /// The width of a chart in pixels: that of a narrow phone, so that labels stay readable there.
  private static let width = 460
  private static let fontSize = 14.0

  /// A script that draws each chart to a file of its own, `0.svg`, `1.svg` and so on.
  static func script(_ charts: [BarChart], folder: String) -> String {
    charts.enumerated().map { index, chart in
      commands(chart, file: "\(folder)/\(index).svg")
    }.joined()
  }

  private static func commands(_ chart: BarChart, file: String) -> String {
    let labels = chart.bars.map { lines(of: $0.label) }
    // A cell of a terminal is about half as wide as the font is high.
    let labelWidth =
      Double(labels.joined().map(displayWidth).max() ?? 0) * fontSize * 0.6 + 20
    let textWidth =
      Double(chart.bars.map { displayWidth($0.text) }.max() ?? 0) * fontSize * 0.6 + 12
    let barHeight = 12 + 18 * (labels.map(\.count).max() ?? 1)
    let height = 18 + barHeight * chart.bars.count
    let end = max(chart.axisEnd ?? 0, chart.bars.map(\.value).max() ?? 0)
    let tics = labels.enumerated().map { "\(text($1)) \($0)" }.joined(separator: ", ")
    let rows = chart.bars.enumerated().map { "0 \($1.value) \($0)" }.joined(separator: "\n")
    let texts = chart.bars.enumerated().map { index, bar in
      "set label \(index + 1) \(quoted(bar.text)) at \(bar.value), \(index) left offset 0.6, 0 textcolor rgb \"#1c2430\"\n"
    }.joined()
    return """
      reset
      set terminal svg noenhanced size \(width),\(height) font "sans-serif,\(fontSize)"
      set output \(quoted(file))
      unset key
      unset xtics
      set border 2 linecolor rgb "#7a828c"
      set ytics scale 0 (\(tics)) textcolor rgb "#1c2430"
      set yrange [\(chart.bars.count).5-1:-0.5]
      set xrange [0:\(end > 0 ? end : 1)]
      set lmargin at screen \(labelWidth / Double(width))
      set rmargin at screen \(1 - textWidth / Double(width))
      set tmargin at screen 0.98
      set bmargin at screen 0.02
      set style fill solid 1.0 noborder
      \(texts)$bars << END
      \(rows)
      END
      plot $bars using (0):3:1:2:($3-0.34):($3+0.34) with boxxyerror linecolor rgb "#2f6690"
      unset label
      set output

      """
  }

  /// A label in lines of 24 cells at most, broken between words where there is room for one.
  static func lines(of label: String) -> [String] {
    var lines: [String] = []
    for word in label.split(separator: " ").map(String.init) {
      if let last = lines.last, displayWidth(last) + 1 + displayWidth(word) <= 24 {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines += pieces(of: word)
      }
    }
    return lines.isEmpty ? [label] : lines
  }

  /// A word that is wider than a line, cut into lines.
  private static func pieces(of word: String) -> [String] {
    var pieces = [""]
    for character in word {
      if displayWidth(pieces[pieces.count - 1] + String(character)) > 24 { pieces.append("") }
      pieces[pieces.count - 1].append(character)
    }
    return pieces
  }

  // A break of lines is only understood in double quotes, where other characters act too.
  private static func text(_ lines: [String]) -> String {
    guard lines.count > 1 else { return quoted(lines.first ?? "") }
    let places = Array(repeating: "%s", count: lines.count).joined(separator: "\\n")
    return "sprintf(\"\(places)\", \(lines.map(quoted).joined(separator: ", ")))"
  }

  // In single quotes gnuplot takes everything as it is but the quote itself.
  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "''").replacing("\n", with: " ") + "'"
  }
}

internal import Kernel
internal import Vocabulary

/// The folder that a report is written to.
struct ReportFolder {
  /// A file of the report as it now stands.
  struct Written {
    let path: String
    let sha256: String
    /// Whether its bytes changed.
    let isNew: Bool
  }

  private let path: String

  init(_ path: String) {
    self.path = path
  }

  /// Writes the page, the Markdown and the JSON of a report.
  func write(_ report: Report, in language: Language) throws -> [Written] {
    try WrittenFile.makeFolder(path)
    let charts = try drawn(report, language)
    let files = [
      ("brief.html", HTMLReport(report: report, language: language, charts: charts).page()),
      ("brief.md", MarkdownReport(report: report, language: language).document()),
      ("brief.json", JSONReport.document(report)),
    ]
    return try files.map { name, text in
      let file = path + "/" + name
      return Written(
        path: file, sha256: Digest.of(text), isNew: try WrittenFile.write(text, to: file))
    }
  }

  /// The charts of each charted indicator; nil where they could not be drawn.
  private func drawn(_ report: Report, _ language: Language) throws
    -> [String: [HTMLReport.DrawnChart]]?
  {
    let groups = report.sections.flatMap(\.groups)
    let charts = groups.flatMap { group in
      BarChart.charts(group, in: language).map { (group.indicator.name, $0) }
    }
    guard let pictures = try ChartDrawing.draw(charts.map(\.1)) else { return nil }
    return Dictionary(
      grouping: zip(charts, pictures).map {
        ($0.0.0, HTMLReport.DrawnChart(chart: $0.0.1, svg: $0.1))
      }, by: \.0
    ).mapValues { $0.map(\.1) }
  }
}

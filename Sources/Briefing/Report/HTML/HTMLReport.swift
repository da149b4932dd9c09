internal import Kernel
internal import Vocabulary

/// A report as one self-contained page: no script, no font and no picture from elsewhere.
struct HTMLReport {
  let report: Report
  let language: Language
  /// The charts of each charted indicator, drawn; nil where they could not be.
  let charts: [String: [DrawnChart]]?

  /// A chart with its picture.
  struct DrawnChart {
    let chart: BarChart
    let svg: String
  }

  /// The page.
  func page() -> String {
    let event = report.reading.event
    let sections = report.sections.map(section).joined()
    return """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(text(event.title)) - \(text(Wording.brief))</title>
      <style>
      \(HTMLStyle.sheet)\(pageMarks())</style>
      </head>
      <body>
      <div class="marking">\(escape(report.marking.description))</div>
      <main>
      \(head(event))\(level())\(glance())\(sections)\(gaps())\(sources())
      </main>
      <div class="marking end">\(escape(report.marking.description))</div>
      </body>
      </html>

      """
  }

  /// The marking and the page number in the margins of paper, since TLP 2.0 asks for the label on
  /// every page.
  private func pageMarks() -> String {
    // A marking is letters, digits and signs that CSS takes as they are.
    let label = "\"\(report.marking.description)\""
    return "@page{@top-center{content:\(label)}"
      + "@bottom-center{content:\(label) \"  \" counter(page) \"/\" counter(pages)}}\n"
  }

  private func head(_ event: Event) -> String {
    let reality = text(event.isHypothetical ? Wording.hypothetical : Wording.real)
    var facts = [(Wording.asOf, escape(report.reading.asOf.description))]
    if let knownAt = report.reading.knownAt {
      facts.append((Wording.knownAt, escape(knownAt.description)))
    }
    facts.append((Wording.agency, text(report.agency.name)))
    facts.append((Wording.marking, escape(report.marking.description)))
    let rows = facts.map { "<dt>\(text($0.0))</dt><dd>\($0.1)</dd>" }.joined()
    return """
      <header>
      <p>\(text(Wording.brief)) · \(text(Wording.kind(event))) · \(reality)</p>
      <h1>\(text(event.title))</h1>
      <dl>\(rows)</dl>
      </header>

      """
  }

  private func level() -> String {
    let badge =
      report.level.level.map { levelBadge($0) }
      ?? "<span class=\"badge open\">\(text(Wording.cannotTell))</span>"
    return """
      <div class="level"><span>\(text(Wording.level)) \(badge)</span>\
      <p>\(text(report.levelReason)).</p></div>

      """
  }

  private func glance() -> String {
    let lines = Glance.lines(report).map { line in
      let open =
        line.isKnown ? "" : " <span class=\"badge open\">\(text(Wording.cannotTell))</span>"
      return "<li><b>\(text(Wording.title(line.section)))</b>\(text(line.sentence)).\(open)</li>\n"
    }
    return "<h2>\(text(Wording.glance))</h2>\n<ul class=\"glance\">\n\(lines.joined())</ul>\n"
  }

  private func gaps() -> String {
    let rows = report.gaps.map { gap in
      let more = gap.statements.count - 1
      let rest = more > 0 ? " (\(text(Wording.others(more))))" : ""
      let first = gap.statements.first.map { text($0) } ?? ""
      return "<li><b>\(text(gap.missing))</b><br><span class=\"cite\">\(first)\(rest)</span></li>\n"
    }
    let body =
      rows.isEmpty
      ? "<p>\(text(Wording.noGaps))</p>\n" : "<ul class=\"findings\">\n\(rows.joined())</ul>\n"
    return "<h2>\(text(Wording.gaps))</h2>\n" + body
  }

  private func sources() -> String {
    let rows = report.sources.enumerated().map { index, source in
      [
        "<span id=\"source-\(index + 1)\">[\(index + 1)]</span> \(escape(source.title))"
          + "<br><span class=\"cite\">\(escape(source.file)) · \(escape(source.identifier))</span>",
        escape(source.publisher), escape(source.asOf ?? "-"), escape(source.licence),
        escape(source.marking),
      ]
    }
    let names = [
      Wording.source, Wording.publisher, Wording.asOf, Wording.licence, Wording.marking,
    ].map { (text($0), "") }
    let drawn =
      charts == nil ? "<p>\(text(Wording.chartsMissing))</p>\n" : ""
    return "<h2>\(text(Wording.sources))</h2>\n" + drawn + table(names, rows, isStacked: true)
  }
}

extension HTMLReport {
  func text(_ localized: LocalizedText) -> String { escape(localized.text(in: language)) }

  func escape(_ text: String) -> String { HTMLText.escaped(text) }

  func levelBadge(_ level: Level) -> String {
    "<span class=\"badge \(level.name)\">\(text(level.title))</span>"
  }

  /// A table; its cells are HTML already.
  ///
  /// - Parameters:
  ///   - headings: the headings with the class of their columns.
  ///   - isStacked: whether a row becomes a block on a narrow screen.
  func table(_ headings: [(title: String, style: String)], _ rows: [[String]], isStacked: Bool)
    -> String
  {
    func style(_ column: Int) -> String {
      headings[column].style.isEmpty ? "" : " class=\"\(headings[column].style)\""
    }
    let head = headings.indices.map { "<th\(style($0))>\(headings[$0].title)</th>" }.joined()
    let body = rows.map { row in
      let cells = row.indices.map { column in
        "<td\(style(column)) data-label=\"\(headings[column].title)\">\(row[column])</td>"
      }
      return "<tr>\(cells.joined())</tr>\n"
    }
    return """
      <div class="scroll"><table\(isStacked ? " class=\"stack\"" : "")>
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(body.joined())</tbody></table></div>

      """
  }
}

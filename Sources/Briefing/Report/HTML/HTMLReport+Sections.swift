internal import Kernel
internal import Vocabulary

extension HTMLReport {
  /// A part of the report: what happened first, then the findings by indicator.
  func section(_ section: Report.Section) -> String {
    var body = section.section == .status ? event(report.reading.event) : ""
    for group in section.groups { body += self.group(group) }
    if section.section == .coordination { body += tasks() }
    if body.isEmpty { body = "<p>\(text(Wording.nothing))</p>\n" }
    return "<h2>\(text(Wording.title(section.section)))</h2>\n" + body
  }

  private func event(_ event: Event) -> String {
    var facts: [(LocalizedText, String)] = []
    if let announced = event.announced { facts.append((Wording.announced, announced.description)) }
    facts.append((Wording.starts, event.starts.description))
    if let ends = event.ends { facts.append((Wording.ends, ends.description)) }
    if let author = event.author {
      facts.append((Wording.author, name(of: author)))
    }
    facts.append((Wording.home, name(of: event.home)))
    facts.append(
      (Wording.horizon, "\(event.horizonDays) \(Wording.days.text(in: language))"))
    let rows = facts.map { "<dt>\(text($0.0))</dt><dd>\(escape($0.1))</dd>" }.joined()
    let notes = event.notes.map { "<p>\(text($0))</p>\n" } ?? ""
    let shocks = event.shocks.map { shock in
      "<li>\(escape(name(of: shock.product))), "
        + "\(escape(name(of: shock.origin))): \(text(StatementNumber.percent(shock.loss.fraction))) "
        + "<span class=\"cite\">\(text(shock.basis))</span></li>\n"
    }
    let losses =
      shocks.isEmpty
      ? ""
      : "<h3>\(text(Wording.shocks))</h3>\n<ul class=\"findings\">\n\(shocks.joined())</ul>\n"
    let reported = event.sources.map { "<li>\(escape($0))</li>\n" }.joined()
    let sources =
      reported.isEmpty
      ? "" : "<h3>\(text(Wording.eventSources))</h3>\n<ul class=\"evidence\">\n\(reported)</ul>\n"
    return "<dl>\(rows)</dl>\n" + notes + losses + sources
  }

  private func name(of product: ProductCode) -> String {
    report.productNames[product].map { "\($0.text(in: language)) (\(product))" }
      ?? product.description
  }

  private func name(of state: String) -> String {
    report.countryNames[state]?.text(in: language) ?? state
  }

  private func group(_ group: Report.Group) -> String {
    let heading = "<h3>\(text(group.indicator.title))</h3>\n"
    guard group.indicator.isCharted else { return heading + list(group.entries) }
    let told = group.entries.filter { $0.finding.value != nil }
    let untold = group.entries.filter { $0.finding.value == nil }
    return heading + figures(group, told) + (untold.isEmpty ? "" : list(untold))
  }

  private func figures(_ group: Report.Group, _ entries: [Report.Entry]) -> String {
    guard !entries.isEmpty else { return "" }
    let drawn = charts?[group.indicator.name] ?? []
    let plain = BarChart.charts(group, in: language)
    let figures = plain.indices.map { index -> String in
      let chart = plain[index]
      let picture =
        drawn.indices.contains(index)
        ? "<img alt=\"\(escape(chart.title))\" "
          + "src=\"data:image/svg+xml,\(HTMLText.percentEncoded(drawn[index].svg))\">\n" : ""
      let rows = chart.bars.map { [escape($0.label), escape($0.text)] }
      return "<figure><figcaption>\(escape(chart.title))</figcaption>\n\(picture)"
        + table(
          [(text(Wording.subject), ""), (text(Wording.value), "number")], rows, isStacked: false)
        + "</figure>\n"
    }
    return "<div class=\"charts\">\n\(figures.joined())</div>\n" + citations(entries)
  }

  private func list(_ entries: [Report.Entry]) -> String {
    "<ul class=\"findings\">\n" + Alike.grouped(entries).map(item).joined() + "</ul>\n"
  }

  private func item(_ alike: Alike) -> String {
    let finding = alike.first.finding
    var line = text(finding.statement) + "."
    if !finding.missing.isEmpty {
      line += " <span class=\"badge open\">\(text(Wording.cannotTell))</span>"
    }
    if let level = finding.level { line += " " + levelBadge(level) }
    if let due = finding.due {
      line += " <span class=\"badge due\">\(text(Wording.due)) \(escape(due.description))</span>"
    }
    if !alike.others.isEmpty {
      let names = alike.others.map { text($0) }.joined(separator: ", ")
      line += " \(text(Wording.alike)): \(names)."
    }
    let evidence = finding.evidence.map { "<li>\(text($0))</li>" }.joined()
    return "<li>\(line) \(cites(finding.sources))"
      + (evidence.isEmpty ? "" : "<ul class=\"evidence\">\(evidence)</ul>") + "</li>\n"
  }

  private func tasks() -> String {
    guard !report.tasks.isEmpty else { return "<p>\(text(Wording.noPlaybook))</p>\n" }
    let rows = report.tasks.map { task in
      [
        escape(task.due.description), text(task.title), "<b>\(text(task.accountable.name))</b>",
        task.responsible.map { text($0.name) }.joined(separator: ", "),
      ]
    }
    return table(
      [
        (text(Wording.deadline), "day"), (text(Wording.task), ""), (text(Wording.accountable), ""),
        (text(Wording.responsible), ""),
      ], rows, isStacked: true)
  }

  private func citations(_ entries: [Report.Entry]) -> String {
    let sources = Set(entries.flatMap(\.finding.sources)).sorted()
    return sources.isEmpty ? "" : "<p>\(cites(sources))</p>\n"
  }

  private func cites(_ sources: [String]) -> String {
    let numbers = sources.compactMap { report.number(of: $0) }.sorted()
    guard !numbers.isEmpty else { return "" }
    let links = numbers.map { "<a href=\"#source-\($0)\">[\($0)]</a>" }.joined(separator: " ")
    return "<span class=\"cite\">\(links)</span>"
  }
}

internal import Kernel
internal import Vocabulary

/// A report as Markdown: the same content without pictures.
struct MarkdownReport {
  let report: Report
  let language: Language

  /// The document.
  func document() -> String {
    let event = report.reading.event
    let reality = event.isHypothetical ? Wording.hypothetical : Wording.real
    var text = "**\(report.marking)**\n\n# \(say(event.title))\n\n"
    text += "\(say(Wording.brief)) · \(say(Wording.kind(event))) · \(say(reality))\n\n"
    text += "- \(say(Wording.asOf)): \(report.reading.asOf)\n"
    if let knownAt = report.reading.knownAt { text += "- \(say(Wording.knownAt)): \(knownAt)\n" }
    text += "- \(say(Wording.agency)): \(say(report.agency.name))\n"
    let level = report.level.level.map { say($0.title) } ?? say(Wording.cannotTell)
    text += "- \(say(Wording.level)): **\(level)** - \(say(report.levelReason)).\n\n"
    text += "## \(say(Wording.glance))\n\n" + glance() + "\n"
    for section in report.sections { text += self.section(section) }
    return text + gaps() + sources() + "\n**\(report.marking)**\n"
  }

  private func say(_ localized: LocalizedText) -> String {
    MarkdownReport.safe(localized.text(in: language))
  }

  private func glance() -> String {
    Glance.lines(report).map { line in
      let open = line.isKnown ? "" : " (\(say(Wording.cannotTell)))"
      return "- **\(say(Wording.title(line.section)))**: \(say(line.sentence)).\(open)\n"
    }.joined()
  }

  private func section(_ section: Report.Section) -> String {
    var text = "## \(say(Wording.title(section.section)))\n\n"
    if section.section == .status { text += event(report.reading.event) }
    for group in section.groups {
      text += "### \(say(group.indicator.title))\n\n" + self.group(group) + "\n"
    }
    if section.section == .coordination { return text + tasks() }
    let isEmpty = section.groups.isEmpty && section.section != .status
    return text + (isEmpty ? say(Wording.nothing) + "\n\n" : "")
  }

  private func event(_ event: Event) -> String {
    var lines: [String] = []
    if let announced = event.announced { lines.append("\(say(Wording.announced)): \(announced)") }
    lines.append("\(say(Wording.starts)): \(event.starts)")
    if let ends = event.ends { lines.append("\(say(Wording.ends)): \(ends)") }
    lines += event.shocks.map { shock in
      let origin = report.countryNames[shock.origin].map(say) ?? shock.origin
      let loss = say(StatementNumber.percent(shock.loss.fraction))
      let product = report.productNames[shock.product].map { "\(say($0)) " } ?? ""
      return "\(say(Wording.shocks)): \(product)(\(shock.product)), \(origin) \(loss) - "
        + say(shock.basis)
    }
    lines += event.sources.map { "\(say(Wording.eventSources)): \(MarkdownReport.safe($0))" }
    let notes = event.notes.map { say($0) + "\n\n" } ?? ""
    return notes + lines.map { "- \($0)\n" }.joined() + "\n"
  }

  private func group(_ group: Report.Group) -> String {
    Alike.grouped(group.entries).map { alike in
      let finding = alike.first.finding
      var line = say(finding.statement) + "."
      if !finding.missing.isEmpty { line += " (\(say(Wording.cannotTell)))" }
      if let level = finding.level { line += " **\(say(level.title))**" }
      if let due = finding.due { line += " (\(say(Wording.due)) \(due))" }
      if !alike.others.isEmpty {
        line += " \(say(Wording.alike)): " + alike.others.map(say).joined(separator: ", ") + "."
      }
      let numbers = finding.sources.compactMap { report.number(of: $0) }.sorted()
      line += numbers.map { " [\($0)]" }.joined()
      let evidence = finding.evidence.map { "  - \(say($0))\n" }.joined()
      return "- \(line)\n" + evidence
    }.joined()
  }

  private func tasks() -> String {
    guard !report.tasks.isEmpty else { return say(Wording.noPlaybook) + "\n\n" }
    let heads = [Wording.deadline, Wording.task, Wording.accountable, Wording.responsible]
    return table(
      heads.map(say),
      report.tasks.map { task in
        [
          task.due.description, say(task.title), say(task.accountable.name),
          task.responsible.map { say($0.name) }.joined(separator: ", "),
        ]
      })
  }

  private func gaps() -> String {
    let lines = report.gaps.map { gap in
      let more = gap.statements.count - 1
      let rest = more > 0 ? " (\(say(Wording.others(more))))" : ""
      return "- **\(say(gap.missing))**: \(gap.statements.first.map(say) ?? "")\(rest)\n"
    }
    let body = lines.isEmpty ? say(Wording.noGaps) + "\n" : lines.joined()
    return "## \(say(Wording.gaps))\n\n\(body)\n"
  }

  private func sources() -> String {
    let heads = [Wording.source, Wording.publisher, Wording.asOf, Wording.licence, Wording.marking]
    let rows = report.sources.enumerated().map { index, source in
      [
        "[\(index + 1)] \(source.title)" + (source.file.isEmpty ? "" : " (\(source.file))"),
        source.publisher, source.asOf ?? "-", source.licence, source.marking,
      ].map(MarkdownReport.safe)
    }
    return "## \(say(Wording.sources))\n\n" + table(heads.map(say), rows)
  }

  private func table(_ headings: [String], _ rows: [[String]]) -> String {
    ([headings, headings.map { _ in "---" }] + rows)
      .map { "| " + $0.joined(separator: " | ") + " |\n" }.joined() + "\n"
  }

  // Text from data must not become structure.
  private static func safe(_ text: String) -> String {
    var output = ""
    for character in text {
      switch character {
      case "\n", "\r\n": output += " "
      case "|", "*", "_", "`", "<", "#": output += "\\" + String(character)
      default: output.append(character)
      }
    }
    return output
  }
}

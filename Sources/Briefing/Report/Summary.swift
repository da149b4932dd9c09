internal import Kernel
internal import Vocabulary

/// A report on one screen of a terminal.
enum Summary {
  /// The event, its level, one sentence for each part, the next tasks and what is open.
  static func text(_ report: Report, in language: Language) -> String {
    func say(_ text: LocalizedText) -> String { text.text(in: language) }
    let event = report.reading.event
    let reality = event.isHypothetical ? Wording.hypothetical : Wording.real
    let level = report.level.level.map { say($0.title) } ?? say(Wording.cannotTell)
    var lines = [
      "\(report.marking)  \(say(Wording.asOf)) \(report.reading.asOf)",
      "\(say(event.title)) (\(say(reality)))",
      "\(say(Wording.level)): \(level)",
      "",
    ]
    for line in Glance.lines(report) {
      let open = line.isKnown ? "" : " (\(say(Wording.cannotTell)))"
      lines += ["\(say(Wording.title(line.section))):", "  \(say(line.sentence))\(open)"]
    }
    lines += ["\(say(Wording.title(.coordination))):"]
    lines += report.tasks.prefix(6).map { task in
      "  \(task.due)  \(say(task.accountable.name)): \(say(task.title))"
    }
    let more = report.tasks.count - 6
    if more > 0 { lines.append("  (+\(more))") }
    if report.tasks.isEmpty { lines.append("  " + say(Wording.noPlaybook)) }
    lines.append("\(say(Wording.gaps)): \(report.gaps.count)")
    return lines.joined(separator: "\n") + "\n"
  }
}

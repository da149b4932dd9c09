internal import Kernel
internal import Vocabulary

/// A chart of horizontal bars, one for each label, the first on top.
struct BarChart {
  /// One bar.
  struct Bar {
    let label: String
    let value: Double
    /// The value as text, written at the end of the bar.
    let text: String
  }

  /// What the chart shows, for those who cannot see it as well.
  let title: String
  let bars: [Bar]
  /// The largest value that the axis must reach; nil for the largest bar.
  let axisEnd: Double?
}

extension BarChart {
  /// The charts of a group of findings: one for each subject that has several objects, or one over
  /// all subjects where each has a single object.
  static func charts(_ group: Report.Group, in language: Language) -> [BarChart] {
    guard group.indicator.isCharted else { return [] }
    let known = group.entries.filter { $0.finding.value != nil }
    var order: [Subject] = []
    var bySubject: [Subject: [Report.Entry]] = [:]
    for entry in known {
      if bySubject[entry.finding.subject] == nil { order.append(entry.finding.subject) }
      bySubject[entry.finding.subject, default: []].append(entry)
    }
    let title = group.indicator.title.text(in: language)
    let isBySubject = bySubject.values.contains { $0.count > 1 }
    guard isBySubject else {
      return known.isEmpty
        ? [] : [chart(title, known, group.indicator, language) { $0.subject.text(in: language) }]
    }
    return order.compactMap { subject in
      guard let entries = bySubject[subject], let first = entries.first else { return nil }
      let name = "\(title): \(first.subject.text(in: language))"
      return chart(name, entries, group.indicator, language) {
        ($0.object ?? $0.subject).text(in: language)
      }
    }
  }

  private static func chart(
    _ title: String, _ entries: [Report.Entry], _ indicator: Indicator, _ language: Language,
    label: (Report.Entry) -> String
  ) -> BarChart {
    BarChart(
      title: title,
      bars: entries.map { entry in
        Bar(
          label: label(entry), value: entry.finding.value ?? 0,
          text: ReportNumber.text(entry.finding, in: language))
      },
      axisEnd: indicator.unit == "share" ? 1 : nil)
  }
}

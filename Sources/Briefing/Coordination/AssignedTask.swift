internal import Kernel
internal import Vocabulary

/// A task of the playbook with the day by which it is due.
struct AssignedTask {
  let identifier: String
  let title: LocalizedText
  /// The one agency that answers for it.
  let accountable: Coordination.Agency
  /// The agencies that carry it out.
  let responsible: [Coordination.Agency]
  let due: Day

  /// The tasks that an event at a level brings, by deadline and then in the order of the playbook.
  ///
  /// - Parameters:
  ///   - level: the level; where it cannot be told the tasks of the lowest level hold.
  ///   - asOf: the day of the brief, from which deadlines are counted.
  static func tasks(
    _ coordination: Coordination, for event: Event, level: Level?, asOf: Day
  ) -> [AssignedTask] {
    let agencies = Dictionary(coordination.agencies.map { ($0.identifier, $0) }) { first, _ in
      first
    }
    return coordination.tasks
      .filter { task in
        task.fromLevel <= (level ?? .attention)
          && (task.eventKinds.isEmpty || task.eventKinds.contains(event.kind))
      }
      .enumerated()
      .sorted { ($0.element.deadlineDays, $0.offset) < ($1.element.deadlineDays, $1.offset) }
      .compactMap { _, task in
        // The configuration refuses a task whose agencies it does not declare.
        agencies[task.accountable].map { accountable in
          AssignedTask(
            identifier: task.identifier, title: task.title, accountable: accountable,
            responsible: task.responsible.compactMap { agencies[$0] },
            due: asOf.adding(days: task.deadlineDays))
        }
      }
  }

  /// The task as a finding about the agency that answers for it.
  func finding(asOf: Day) -> Finding {
    Finding(
      "task", subject: Subject(kind: "agency", identifier: accountable.identifier),
      object: Subject(kind: "task", identifier: identifier), asOf: asOf,
      statement: LocalizedText(
        "\(accountable.name.english): \(title.english)",
        korean: "\(accountable.name.text(in: .korean)): \(title.text(in: .korean))"),
      evidence: responsible.map {
        LocalizedText(
          "carried out by \($0.name.english)", korean: "수행기관: \($0.name.text(in: .korean))")
      }, due: due)
  }
}

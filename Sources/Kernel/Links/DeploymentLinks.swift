internal import Store
internal import Vocabulary

/// The links that the configuration holds: which agency answers for which task.
enum DeploymentLinks {
  static let all = [
    LinkDescriptor(
      "accountable_for", from: "agency", to: "task", table: nil,
      doc: "An agency is the one that answers for a task of the playbook."
    ) { reading in
      search(reading.deployment.coordination.tasks.map { ($0.accountable, $0.identifier) })
    },
    LinkDescriptor(
      "responsible_for", from: "agency", to: "task", table: nil,
      doc: "An agency does a task of the playbook."
    ) { reading in
      search(
        reading.deployment.coordination.tasks.flatMap { task in
          task.responsible.map { ($0, task.identifier) }
        })
    },
  ]

  private static func search(_ pairs: [(String, String)]) -> LinkSearch {
    let rows = pairs.map { LinkRow($0.0, $0.1, sourceID: nil) }
    return { query in
      var wanted = rows.filter { $0.meets(query) }.makeIterator()
      return { wanted.next() }
    }
  }
}

extension Coordination {
  /// The agencies or tasks, as subjects with their names.
  func entries(of kind: String) -> [ValueDomain.Entry] {
    switch kind {
    case "agency": agencies.map { Coordination.entry($0.identifier, $0.name) }
    case "task": tasks.map { Coordination.entry($0.identifier, $0.title) }
    default: []
    }
  }

  /// The name of an agency or a task; nil for anything else.
  func name(of subject: Subject) -> LocalizedText? {
    switch subject.kind {
    case "agency": agencies.first { $0.identifier == subject.identifier }?.name
    case "task": tasks.first { $0.identifier == subject.identifier }?.title
    default: nil
    }
  }

  private static func entry(_ identifier: String, _ name: LocalizedText) -> ValueDomain.Entry {
    ValueDomain.Entry(identifier, names: [name.english, name.korean].compactMap(\.self))
  }
}

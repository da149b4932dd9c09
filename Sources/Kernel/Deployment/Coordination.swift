internal import Configuration
public import Vocabulary

/// Who does what in a crisis: the agencies and their tasks.
public struct Coordination: Sendable {
  /// An agency and its role.
  public struct Agency: Sendable, Hashable {
    /// The identifier.
    public let identifier: String
    /// The name in both languages.
    public let name: LocalizedText
    /// What it answers for.
    public let role: LocalizedText
  }

  /// A task of the playbook; exactly one agency is accountable for it.
  public struct Task: Sendable, Hashable {
    /// The identifier.
    public let identifier: String
    /// What is to be done.
    public let title: LocalizedText
    /// The one agency that answers for it.
    public let accountable: String
    /// The agencies that do it.
    public let responsible: [String]
    /// The level from which on it is due.
    public let fromLevel: Level
    /// How many days after the brief it is due.
    public let deadlineDays: Int
    /// The kinds of events it belongs to; empty means every kind.
    public let eventKinds: [String]
  }

  /// The agencies, in the order of the configuration.
  public let agencies: [Agency]
  /// The tasks, in the order of the configuration.
  public let tasks: [Task]

  /// Nobody and nothing: a deployment without a playbook.
  public static let none = Coordination(agencies: [], tasks: [])

  static let field = Field(
    "coordination", .mapping(schema), doc: "Who does what in a crisis.")

  private static let schema = Schema(
    title: "Coordination", doc: "The agencies and the tasks of the playbook.",
    fields: [
      Field("agencies", .list(.mapping(agencySchema)), isRequired: true, doc: "The agencies."),
      Field("tasks", .list(.mapping(taskSchema)), isRequired: true, doc: "The tasks."),
    ], check: agencyFaults)

  /// A fault for every agency of a task that is not declared.
  private static func agencyFaults(_ values: SettingValues) -> [Diagnostic] {
    let known = values.mappings("agencies").map { $0.text("id") }
    func fault(_ task: SettingValues, _ key: String, item: Int?, _ name: String) -> Diagnostic? {
      guard !known.contains(name) else { return nil }
      return task.fault(
        key, item: item, "'\(name)' is not one of the agencies",
        suggestions: nearest(to: name, in: known), allowed: known)
    }
    return values.mappings("tasks").flatMap { task in
      [fault(task, "accountable", item: nil, task.text("accountable"))].compactMap { $0 }
        + task.texts("responsible").enumerated().compactMap {
          fault(task, "responsible", item: $0, $1)
        }
    }
  }

  private static let agencySchema = Schema(
    title: "Agency", doc: "An agency and its role.",
    fields: [
      Field("id", .text, isRequired: true, doc: "The identifier."),
      Field("name", .localizedText, isRequired: true, doc: "The name in both languages."),
      Field("role", .localizedText, isRequired: true, doc: "What it answers for."),
    ])

  private static let taskSchema = Schema(
    title: "Task", doc: "A task of the playbook.",
    fields: [
      Field("id", .text, isRequired: true, doc: "The identifier."),
      Field("title", .localizedText, isRequired: true, doc: "What is to be done."),
      Field("accountable", .text, isRequired: true, doc: "The one agency that answers for it."),
      Field("responsible", .list(.text), doc: "The agencies that do it."),
      Field("from_level", .level, isRequired: true, doc: "The level from which on it is due."),
      Field(
        "deadline_days", .integer(0...365), isRequired: true,
        doc: "How many days after the brief it is due."),
      Field("when", .list(.choice(Event.kinds)), doc: "The kinds of events; all when left out."),
    ])

  /// Reads the section.
  init(_ values: SettingValues) {
    agencies = values.mappings("agencies").map {
      Agency(
        identifier: $0.text("id"), name: $0.localized("name"), role: $0.localized("role"))
    }
    tasks = values.mappings("tasks").map { task in
      Task(
        identifier: task.text("id"), title: task.localized("title"),
        accountable: task.text("accountable"), responsible: task.texts("responsible"),
        fromLevel: task.level("from_level"), deadlineDays: task.integer("deadline_days"),
        eventKinds: task.texts("when"))
    }
  }

  private init(agencies: [Agency], tasks: [Task]) {
    self.agencies = agencies
    self.tasks = tasks
  }
}

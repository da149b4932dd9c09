internal import Configuration
internal import Kernel
internal import Vocabulary

/// A named query that is asked again and again.
struct Watch: Sendable {
  let identifier: String
  let title: LocalizedText
  let query: NamedQuery
  /// What the file writes for the parameters of the query.
  let parameters: [(name: String, text: String)]
  /// The columns that tell the rows of the answer apart.
  let key: [String]
  /// When it is to run, for the one who runs it.
  let schedule: String
  /// The level of its alerts.
  let level: Level
}

/// The files of watches.
enum WatchFile {
  static let folders = Field(
    "folders", .list(.path), default: .list([.text("config/watches")]),
    doc: "Folders of watches, relative to the working folder.")

  static let schema = Schema(
    title: "Watch", doc: "A named query that is asked again and again.",
    fields: [
      Field("id", .text, isRequired: true, doc: "The identifier."),
      Field("title", .localizedText, isRequired: true, doc: "What it looks out for."),
      Field("query", .text, isRequired: true, doc: "The named query."),
      Field("parameters", .dictionary(.scalar), doc: "What the query is asked with."),
      Field(
        "key", .list(.text, minimumCount: 1), isRequired: true,
        doc: "The columns that tell the rows of the answer apart."),
      Field(
        "schedule", .text, isRequired: true,
        doc: "When it is to run, in words; the scheduler of the machine keeps it."),
      Field("level", .level, isRequired: true, doc: "The level of its alerts."),
    ])

  /// The watches of a deployment, in alphabetical order.
  ///
  /// - Throws: `ConfigurationError` with every fault of every file.
  static func load(_ settings: SettingValues, _ tower: Tower) throws -> [Watch] {
    let queries = try tower.namedQueries()
    var faults: [Diagnostic] = []
    var watches: [Watch] = []
    for path in try YAMLFolder.files(in: folders.name, of: settings) {
      do throws(ConfigurationError) {
        let values = try schema.decode(try YAML.load(path: path))
        guard let watch = watch(values, queries, collecting: &faults) else { continue }
        if watches.contains(where: { $0.identifier == watch.identifier }) {
          faults.append(values.fault("id", "another watch is called '\(watch.identifier)' as well"))
        }
        watches.append(watch)
      } catch {
        faults += error.diagnostics
      }
    }
    guard faults.isEmpty else { throw ConfigurationError(diagnostics: faults) }
    return watches.sorted { $0.identifier < $1.identifier }
  }

  private static func watch(
    _ values: SettingValues, _ queries: [NamedQuery], collecting faults: inout [Diagnostic]
  ) -> Watch? {
    let name = values.text("query")
    guard let query = queries.first(where: { $0.identifier == name }) else {
      faults.append(
        values.fault(
          "query", "there is no named query '\(name)'",
          suggestions: nearest(to: name, in: queries.map(\.identifier))))
      return nil
    }
    let parameters = values.dictionaryOfTexts("parameters")
    let known = query.parameters.map(\.name)
    for (name, _) in parameters where !known.contains(name) {
      faults.append(
        values.fault(
          "parameters", "\(query.identifier) has no parameter '\(name)'",
          suggestions: nearest(to: name, in: known)))
    }
    return Watch(
      identifier: values.text("id"), title: values.localized("title"), query: query,
      parameters: parameters.map { (name: $0.0, text: $0.1) }, key: values.texts("key"),
      schedule: values.text("schedule"), level: values.level("level"))
  }
}

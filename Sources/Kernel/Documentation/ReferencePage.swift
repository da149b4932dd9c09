internal import Configuration
internal import Vocabulary

/// The reference of one module, in Markdown, from its descriptor.
struct ReferencePage {
  private let entry: Registry.Entry
  private let settings: [Field]

  init(_ entry: Registry.Entry) {
    self.entry = entry
    settings = entry.identity.settings
  }

  /// The name of its file.
  var file: String { entry.identity.identifier + ".md" }

  /// The line of the index.
  var line: String {
    let brought = entry.descriptor
    let named: [(Int, String)] = [
      (brought.commands.count, "commands"), (brought.importers.count, "importers"),
      (brought.tables.count, "tables"), (brought.declaredFunctions.count, "functions"),
      (brought.indicators.count, "indicators"), (settings.count, "settings"),
    ]
    let counts = named.map { count, name in
      count == 1 ? "1 \(name.dropLast())" : "\(count) \(name)"
    }
    return "| [\(title)](\(file)) | \(counts.joined(separator: ", ")) |"
  }

  /// The page.
  var text: String {
    let requires = entry.identity.requires.map { "`\($0)`" }.joined(separator: ", ")
    let needs = requires.isEmpty ? "." : ", which requires \(requires)."
    let head = ["# \(title)", "Module `\(entry.identity.identifier)`\(needs)"]
    return (head + parts).joined(separator: "\n\n") + "\n"
  }

  private var title: String { entry.identity.title.english }

  private var parts: [String] {
    let brought = entry.descriptor
    let parts: [(String, [String])] = [
      ("Commands", (brought.commands + brought.importers.map(\.command)).map(command)),
      ("Tables", brought.tables.map { source($0.name, $0.doc, [], $0.columns) }),
      ("Table functions", brought.functions.map(tableFunction)),
      ("Functions of values and of groups", brought.declaredFunctions.compactMap(function)),
      ("Indicators", brought.indicators.isEmpty ? [] : [indicators]),
      ("Settings", settings.isEmpty ? [] : [settingsTable]),
    ]
    return parts.filter { !$0.1.isEmpty }.flatMap { ["## " + $0.0] + $0.1 }
  }

  // MARK: Commands

  private func command(_ command: Command) -> String {
    var parts = ["### `tower \(command.name)`", ReferencePage.escaped(command.summary)]
    if !command.discussion.isEmpty { parts.append(ReferencePage.escaped(command.discussion)) }
    parts.append("    tower \(command.usage)")
    if !command.parameters.isEmpty {
      parts.append(
        MarkdownRows(["parameter", "default", "what it is"]).text(
          command.parameters.map {
            ["`\($0.usage)`", $0.defaultText.map { "`\($0)`" } ?? "", $0.doc]
          }))
    }
    if !command.columns.isEmpty { parts.append(columns(command.columns, named: "returns")) }
    if !command.examples.isEmpty {
      parts.append("For example:")
      parts.append(command.examples.map { "    tower \($0)" }.joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n")
  }

  // MARK: What questions read

  private func tableFunction(_ function: FunctionDescriptor) -> String {
    source(function.signature, function.doc, function.arguments, function.columns)
  }

  private func function(_ function: DeclaredFunction) -> String? {
    guard let result = function.result, let example = function.example else { return nil }
    return [
      "### `\(function.signature)`", ReferencePage.escaped(function.doc),
      arguments(function.arguments),
      "Gives a value of kind \(result.rawValue): `\(example.call)` is `\(example.value)`"
        + (function.kind == .aggregate ? " over the values 1, 1 and 2." : "."),
    ].joined(separator: "\n\n")
  }

  private func source(
    _ name: String, _ doc: String, _ given: [FunctionDescriptor.Argument], _ columns: [Column]
  ) -> String {
    let head = ["### `\(name)`", ReferencePage.escaped(doc)]
    let called = given.isEmpty ? [] : [arguments(given)]
    return (head + called + [self.columns(columns, named: "column")]).joined(separator: "\n\n")
  }

  private func arguments(_ arguments: [FunctionDescriptor.Argument]) -> String {
    MarkdownRows(["argument", "type", "required", "what it is"]).text(
      arguments.map {
        ["`\($0.name)`", $0.kind.rawValue, $0.isRequired ? "yes" : "", $0.doc]
      })
  }

  private func columns(_ columns: [Column], named heading: String) -> String {
    MarkdownRows([heading, "type", "unit", "what it is"]).text(
      columns.map { column in
        let notes = [
          column.isPersonal ? "People's data: needs --purpose." : nil,
          column.marking.map { "Marked \($0)." },
        ].compactMap { $0 }
        return [
          "`\(column.name)`", column.kind.rawValue, column.unit ?? "",
          ([column.doc] + notes).joined(separator: " "),
        ]
      })
  }

  // MARK: Indicators and settings

  private var indicators: String {
    MarkdownRows(["indicator", "unit", "levels", "what it is"]).text(
      entry.descriptor.indicators.map {
        ["`\($0.name)`", $0.unit ?? "", $0.levels?.description ?? "", $0.doc]
      })
  }

  private var settingsTable: String {
    MarkdownRows(["setting", "value", "default", "what it is"]).text(
      settings.map { field in
        [
          "`modules.\(entry.identity.identifier).\(field.name)`", field.type.expectation,
          field.defaultValue.map { "`\($0.written)`" } ?? "", field.doc,
        ]
      })
  }

  // Angle brackets and asterisks would be read as markup.
  static func escaped(_ text: String) -> String {
    text.replacing("<", with: "&lt;").replacing("*", with: "\\*")
  }
}

/// A table in Markdown.
struct MarkdownRows {
  private let headings: [String]

  init(_ headings: [String]) { self.headings = headings }

  func text(_ rows: [[String]]) -> String {
    ([headings, headings.map { _ in "---" }] + rows.map { $0.map(cell) })
      .map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }

  private func cell(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ").replacing("|", with: "\\|")
  }
}

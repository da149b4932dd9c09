internal import Configuration
internal import Store
internal import Vocabulary

extension NamedQuery {
  /// The schema of a file of a named query.
  static let schema = Schema(
    title: "Named query", doc: "A question in SQL that has a name.",
    fields: [
      Field(
        "id", .text, isRequired: true, doc: "The identifier: lower-case words joined by hyphens."),
      Field("title", .localizedText, isRequired: true, doc: "What it answers, in a few words."),
      Field(
        "doc", .localizedText, isRequired: true,
        doc: "What a row is, how it is found, and what it does not say."),
      Field("parameters", .list(.mapping(parameterSchema)), doc: "Its parameters."),
      Field(
        "sql", .text, isRequired: true,
        doc: "One SELECT statement; a parameter stands in it as :name."),
      Field(
        "columns", .list(.mapping(columnSchema)),
        doc: "How its columns are shown, in this order; columns that are left out follow."),
    ])

  private static let parameterSchema = Schema(
    title: "Parameter", doc: "A parameter of a named query.",
    fields: [
      Field("name", .text, isRequired: true, doc: "The name, as behind the colon in the SQL."),
      Field(
        "type", .text, isRequired: true,
        doc: "text, integer, number, day, product, or what names are known of, such as country."),
      Field("default", .scalar, doc: "What holds when it is not given; without it it must be."),
      Field("doc", .text, isRequired: true, doc: "One sentence on it."),
    ])

  private static let columnSchema = Schema(
    title: "Column", doc: "How a column of the answer is shown.",
    fields: [
      Field("name", .text, isRequired: true, doc: "The name that the SQL gives it."),
      Field("title", .localizedText, isRequired: true, doc: "The heading for people."),
      Field("unit", .text, doc: "The unit of a number."),
      Field("doc", .text, doc: "One sentence on it."),
    ])

  private static let plainTypes: [String: ParameterType] = [
    "text": .text, "integer": .integer(-1_000_000_000...1_000_000_000), "day": .day,
    "product": .product,
    "number": .number(-1e15...1e15),
  ]

  /// Reads a file; nil with its faults, each at its place.
  ///
  /// - Parameter domains: what names are known of, each a type of parameters.
  static func read(_ path: String, domains: [String], collecting faults: inout [Diagnostic])
    -> (query: NamedQuery, values: SettingValues)?
  {
    do throws(ConfigurationError) {
      let node = try YAML.load(path: path)
      guard let values = schema.decode(node, collecting: &faults) else { return nil }
      var found = sqlFaults(values)
      let parameters = values.mappings("parameters").compactMap {
        parameter($0, domains, collecting: &found)
      }
      if !isIdentifier(values.text("id")) {
        found.append(values.fault("id", "an identifier is lower-case words joined by hyphens"))
      }
      faults += found
      guard found.isEmpty else { return nil }
      return (NamedQuery(values, parameters, file: path), values)
    } catch {
      faults += error.diagnostics
      return nil
    }
  }

  private init(_ values: SettingValues, _ parameters: [Parameter], file: String) {
    identifier = values.text("id")
    title = values.localized("title")
    doc = values.localized("doc")
    self.parameters = parameters
    sql = values.text("sql")
    columns = values.mappings("columns").map { column in
      DisplayedColumn(
        name: column.text("name"), title: column.localized("title"),
        unit: column.optionalText("unit"), doc: column.optionalText("doc") ?? "")
    }
    self.file = file
  }

  private static func parameter(
    _ values: SettingValues, _ domains: [String], collecting faults: inout [Diagnostic]
  ) -> Parameter? {
    let name = values.text("type")
    guard let type = plainTypes[name] ?? (domains.contains(name) ? .entity(domain: name) : nil)
    else {
      let known = (Array(plainTypes.keys) + domains).sorted()
      faults.append(
        values.fault(
          "type", "'\(name)' is not a type of parameters",
          suggestions: nearest(to: name, in: known), allowed: known))
      return nil
    }
    let written = values.optionalText("default")
    if let written {
      do throws(VocabularyError) {
        _ = try type.read(written)
      } catch {
        faults.append(values.fault("default", "\(error)"))
        return nil
      }
    }
    return Parameter(
      values.text("name"), type, written.map { .defaulted($0) } ?? .required,
      doc: values.text("doc"))
  }

  /// What the SQL and the declared parameters say otherwise of each other.
  private static func sqlFaults(_ values: SettingValues) -> [Diagnostic] {
    let sql = values.text("sql")
    let used = parameterNames(in: sql)
    let declared = values.mappings("parameters").map { $0.text("name") }
    var faults = used.subtracting(declared).sorted().map { name in
      values.fault(
        "sql", "the SQL names :\(name), which is not among the parameters",
        suggestions: nearest(to: name, in: declared))
    }
    for (index, name) in declared.enumerated() {
      if !used.contains(name) {
        faults.append(values.fault("parameters", item: index, "the SQL does not name :\(name)"))
      }
      if declared[..<index].contains(name) {
        faults.append(values.fault("parameters", item: index, "'\(name)' is declared twice"))
      }
    }
    if SQLText(sql).code.contains(where: { "?@".utf8.contains($0) }) {
      faults.append(values.fault("sql", "a parameter is written as :name"))
    }
    return faults
  }

  private static func isIdentifier(_ text: String) -> Bool {
    let words = text.split(separator: "-", omittingEmptySubsequences: false)
    let letters = Set("abcdefghijklmnopqrstuvwxyz0123456789")
    return words.allSatisfy { !$0.isEmpty && $0.allSatisfy(letters.contains) }
  }
}

public import Store
internal import Vocabulary

extension NamedQuery {
  /// The values of its parameters, those that are not given by their defaults.
  ///
  /// - Parameter given: what was written for each name.
  /// - Throws: `TowerError` with every fault and the nearest names.
  public func values(_ given: [(name: String, text: String)], of tower: Tower) throws -> [String:
    Value]
  {
    var faults: [String] = []
    var written: [String: String] = [:]
    for (name, text) in given {
      if !parameters.contains(where: { $0.name == name }) {
        let near = nearest(to: name, in: parameters.map(\.name))
        let hint = near.isEmpty ? "" : "; did you mean \(near.joined(separator: " or "))?"
        faults.append("\(identifier) has no parameter '\(name)'\(hint)")
      } else if written.updateValue(text, forKey: name) != nil {
        faults.append("the parameter \(name) is given twice")
      }
    }
    var read: [String: [ArgumentValue]] = [:]
    for parameter in parameters {
      guard let text = written[parameter.name] ?? parameter.defaultText else {
        faults.append("the parameter \(parameter.name) is missing: \(parameter.doc)")
        continue
      }
      do throws(VocabularyError) {
        read[parameter.name] = [try parameter.type.read(text)]
      } catch {
        faults.append("\(parameter.name): \(error)")
      }
    }
    guard faults.isEmpty else { throw TowerError(.usage, faults.joined(separator: "\n")) }
    return try Dispatcher(tower).resolved(read, of: parameters).compactMapValues {
      $0.first?.bound
    }
  }

  /// Asks it, by the policy of every question.
  ///
  /// - Parameter values: the values of its parameters, as `values(_:of:)` gives them.
  public func ask(_ values: [String: Value], of tower: Tower, options: GlobalOptions) throws
    -> CommandResult
  {
    let result = try Question.ask(sql, parameters: values, of: tower, options: options)
    return try displayed(result)
  }

  /// The answer with its columns in the declared order, units and meaning included.
  private func displayed(_ result: CommandResult) throws -> CommandResult {
    var shown = result
    shown.tables = try result.tables.map { table in
      let names = table.columns.map(\.name)
      let order = try columns.map { column in
        guard let index = names.firstIndex(of: column.name) else {
          throw TowerError(
            .configuration, "\(file): the SQL gives no column '\(column.name)'",
            hints: ["the columns are \(names.joined(separator: ", "))"])
        }
        return index
      }
      let all = order + names.indices.filter { !order.contains($0) }
      return ResultTable(
        columns: all.map { described(table.columns[$0]) },
        rows: table.rows.map { row in all.map { row[$0] } })
    }
    return shown
  }

  private func described(_ column: Column) -> Column {
    guard let hint = columns.first(where: { $0.name == column.name }) else { return column }
    return Column(column.name, column.kind, unit: hint.unit, doc: hint.doc)
  }

  /// The headings for people in place of the names of columns, for a page that is read.
  func headed(_ result: CommandResult, in language: Language) -> CommandResult {
    var headed = result
    headed.tables = result.tables.map { table in
      ResultTable(
        title: table.title,
        columns: table.columns.map { column in
          let title = columns.first { $0.name == column.name }?.title.text(in: language)
          return Column(title ?? column.name, column.kind, unit: column.unit, doc: column.doc)
        }, rows: table.rows)
    }
    return headed
  }
}

extension ArgumentValue {
  /// The value as a statement binds it.
  fileprivate var bound: Value {
    switch self {
    case .text(let text): .text(text)
    case .integer(let number): Value(number)
    case .number(let number): Value(number)
    case .day(let day): Value(day)
    case .product(let product): .text(product.description)
    default: preconditionFailure("a named query has no parameter of this type")
    }
  }
}

internal import Store

/// The help of one command, made from its declaration.
enum HelpPage {
  static func of(_ command: Command) -> CommandResult {
    var tables = [
      ResultTable(
        title: "tower \(command.usage)\n\n\(command.summary)"
          + (command.discussion.isEmpty ? "" : "\n" + command.discussion) + "\n",
        columns: [
          Column("parameter", .text, doc: "The parameter."),
          Column("default", .text, doc: "What holds when it is not given."),
          Column("doc", .text, doc: "What it is."),
        ],
        rows: command.everyParameter.map { parameter in
          [.text(parameter.usage), Value(parameter.defaultText), .text(parameter.doc)]
        })
    ]
    if !command.columns.isEmpty {
      tables.append(
        ResultTable(
          title: "\nWhat it returns",
          columns: [
            Column("column", .text, doc: "The column."),
            Column("unit", .text, doc: "The unit of a number."),
            Column("doc", .text, doc: "What it is."),
          ],
          rows: command.columns.map { [.text($0.name), Value($0.unit), .text($0.doc)] }))
    }
    return CommandResult(
      tables: tables, notes: command.examples.map { "example: tower \($0)" })
  }
}

public import Store
public import Vocabulary

/// A table of an answer.
public struct ResultTable: Sendable, Equatable {
  /// A heading above the table; empty when the command returns one table only.
  public let title: String
  /// The columns, each with type and unit.
  public let columns: [Column]
  /// The rows; each has a value for every column.
  public let rows: [[Value]]

  /// Makes a table.
  public init(title: String = "", columns: [Column], rows: [[Value]]) {
    self.title = title
    self.columns = columns
    self.rows = rows
  }
}

/// What a command answers beside the rows that it wrote to the stream of its invocation: tables,
/// notes, the sources it stands on, and how it ended.
public struct CommandResult: Sendable {
  /// The tables, most important first.
  public var tables: [ResultTable]
  /// A document in place of tables, such as a schema or a summary; nil when tables are the answer.
  public var text: String?
  /// What the format JSON writes in place of tables and notes, where programs expect an object of a
  /// fixed form.
  public var document: JSONValue?
  /// What the reader must know beside the tables: what is missing, what was left out and why.
  public var notes: [String]
  /// The identifiers of the sources that the answer stands on.
  public var sources: [String]
  /// The strictest marking of what was read.
  public var marking: Marking
  /// The day that the answer is for; set for every command that does not set it itself.
  public var asOf: Day?
  /// Whether rows were left out because they were too many.
  public var isCut = false
  /// How the command ended.
  public var status: ExitStatus

  /// Makes an answer.
  public init(
    tables: [ResultTable] = [], text: String? = nil, notes: [String] = [], sources: [String] = [],
    marking: Marking = .clear, status: ExitStatus = .ok
  ) {
    self.tables = tables
    self.text = text
    self.notes = notes
    self.sources = sources
    self.marking = marking
    self.status = status
  }

  /// An answer of one table.
  public init(
    columns: [Column], rows: [[Value]], notes: [String] = [], sources: [String] = [],
    marking: Marking = .clear
  ) {
    self.init(
      tables: [ResultTable(columns: columns, rows: rows)], notes: notes, sources: sources,
      marking: marking)
  }
}

/// A table or a table-valued function, as questions name it.
public struct Readable: Sendable, Hashable {
  /// The name.
  public let name: String
  /// The names of its columns; those of a function end with its arguments.
  public let columns: [String]
  /// Whether it is a function, which is called with arguments.
  public let isFunction: Bool
}

extension Registry {
  /// The columns of a declared table or function; nil for another name.
  func columns(of name: String) -> [Column]? {
    if let function = functions.first(where: { $0.name == name }) { return function.columns }
    return entries.lazy.flatMap(\.descriptor.tables).first { $0.name == name }?.columns
  }

  /// Everything that questions can read, in alphabetical order of its name.
  public var readable: [Readable] {
    let tables = entries.flatMap(\.descriptor.tables).map {
      Readable(name: $0.name, columns: $0.columns.map(\.name), isFunction: false)
    }
    let called = functions.map { function in
      Readable(
        name: function.name, columns: function.columns.map(\.name) + function.arguments.map(\.name),
        isFunction: true)
    }
    return (tables + called).sorted { $0.name < $1.name }
  }
}

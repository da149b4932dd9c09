internal import CSQLite

/// How a question gives the arguments of a table function, and restricts its columns.
enum TableFunctionPlan: Equatable {
  /// The position of the constraint that gives each argument, nil for one left out, and the positions of
  /// those that restrict a column by which the function can search.
  case arguments([Int?], searches: [Search])
  /// An argument is given by a table that would be read later: another order may do.
  case otherOrder
  /// A required argument is not given at all.
  case missing(String)

  /// A constraint of a column, at its position among those of the question.
  struct Search: Equatable {
    let position: Int
    let column: Int
    let relation: UInt8
  }

  /// - Parameter comparesBytes: whether the constraint at a position compares texts byte by byte.
  init(
    _ function: TableFunction, _ info: sqlite3_index_info, comparesBytes: (Int32) -> Bool
  ) {
    var positions = [Int?](repeating: nil, count: function.arguments.count)
    var isLater = [Bool](repeating: false, count: function.arguments.count)
    var searches: [Search] = []
    for position in 0..<Int(info.nConstraint) {
      let constraint = info.aConstraint[position]
      let column = Int(constraint.iColumn)
      let argument = column - function.columns.count
      guard argument >= 0 else {
        if column >= 0, constraint.usable != 0,
          function.searchable[function.columns[column].name] != nil,
          let relation = TableFunction.Constraint.Relation(operation: constraint.op),
          // Under another collation more rows meet it than those of the very text.
          relation == .like || relation == .glob || comparesBytes(Int32(position))
        {
          searches.append(Search(position: position, column: column, relation: constraint.op))
        }
        continue
      }
      guard Int32(constraint.op) == SQLITE_INDEX_CONSTRAINT_EQ else { continue }
      if constraint.usable == 0 {
        isLater[argument] = true
      } else if positions[argument] == nil {
        positions[argument] = position
      }
    }
    for (index, argument) in function.arguments.enumerated() where positions[index] == nil {
      if isLater[index] {
        self = .otherOrder
        return
      }
      if argument.isRequired {
        self = .missing(argument.name)
        return
      }
    }
    self = .arguments(positions, searches: searches)
  }
}

extension TableFunctionPlan.Search {
  /// About what part of the rows meets the constraint.
  func share(of function: TableFunction) -> Double {
    switch TableFunction.Constraint.Relation(operation: relation) {
    case .equal: 1 / Double(max(1, function.searchable[function.columns[column].name] ?? 1))
    case .like, .glob: 0.05
    default: 0.3
    }
  }

  /// The search as SQLite keeps it from planning to reading.
  var text: String { "\(column):\(relation)" }

  /// The columns and relations that a plan wrote.
  static func read(_ text: String) -> [(column: Int, relation: TableFunction.Constraint.Relation)] {
    text.split(separator: ",").compactMap { part in
      let numbers = part.split(separator: ":")
      guard numbers.count == 2, let column = Int(numbers[0]), let code = UInt8(numbers[1]),
        let relation = TableFunction.Constraint.Relation(operation: code)
      else { return nil }
      return (column, relation)
    }
  }
}

extension TableFunction.Constraint.Relation {
  /// The relation of one of SQLite's codes; nil for one that is not handed on.
  init?(operation: UInt8) {
    switch Int32(operation) {
    case SQLITE_INDEX_CONSTRAINT_EQ: self = .equal
    case SQLITE_INDEX_CONSTRAINT_LT: self = .less
    case SQLITE_INDEX_CONSTRAINT_LE: self = .atMost
    case SQLITE_INDEX_CONSTRAINT_GT: self = .greater
    case SQLITE_INDEX_CONSTRAINT_GE: self = .atLeast
    case SQLITE_INDEX_CONSTRAINT_LIKE: self = .like
    case SQLITE_INDEX_CONSTRAINT_GLOB: self = .glob
    default: return nil
    }
  }
}

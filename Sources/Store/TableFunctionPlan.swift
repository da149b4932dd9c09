internal import CSQLite

/// How a question gives the arguments of a table function.
enum TableFunctionPlan: Equatable {
  /// The position of the constraint that gives each argument; nil for one left out.
  case arguments([Int?])
  /// An argument is given by a table that would be read later: another order may do.
  case otherOrder
  /// A required argument is not given at all.
  case missing(String)

  init(_ function: TableFunction, _ info: sqlite3_index_info) {
    var positions = [Int?](repeating: nil, count: function.arguments.count)
    var isLater = [Bool](repeating: false, count: function.arguments.count)
    for position in 0..<Int(info.nConstraint) {
      let constraint = info.aConstraint[position]
      let argument = Int(constraint.iColumn) - function.columns.count
      guard argument >= 0, Int32(constraint.op) == SQLITE_INDEX_CONSTRAINT_EQ else { continue }
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
    self = .arguments(positions)
  }
}

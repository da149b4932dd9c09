internal import Store
internal import Vocabulary

/// What an answer says of itself beside its rows.
struct AnswerFacts {
  private let result: CommandResult
  private let tables: [WrittenTable]

  init(_ result: CommandResult, _ tables: [WrittenTable]) {
    self.result = result
    self.tables = tables
  }

  /// What holds for the whole answer.
  var ofAnswer: [(key: String, value: JSONValue)] {
    [
      ("as_of", JSONValue(Value(result.asOf))), ("cut", .flag(result.isCut)),
      ("sources", .texts(result.sources)), ("marking", .text(result.marking.description)),
      ("status", .integer(Int64(result.status.rawValue))),
    ]
  }

  /// Everything, with the rows of the first table.
  var pairs: [(key: String, value: JSONValue)] {
    [
      ("row_count", tables.first.map { .integer(Int64($0.rowCount)) } ?? .null),
      ("sha256", JSONValue(Value(tables.first?.digest))),
    ] + ofAnswer
  }

  /// The same as lines for people.
  var lines: [String] {
    pairs.map { key, value in
      switch value {
      case .text(let text): "\(key): \(text)"
      case .list(let values):
        "\(key): "
          + (values.isEmpty
            ? "none"
            : values.map { if case .text(let text) = $0 { text } else { $0.compact } }
              .joined(separator: ", "))
      case .flag(let flag): "\(key): \(flag ? "yes" : "no")"
      default: "\(key): \(value.compact)"
      }
    }
  }
}

public import Store

/// A function that a module opens to questions and that gives one value a call:
/// `SELECT country('Republic of Korea')`.
public struct ScalarDescriptor: Sendable {
  /// Gives the value of one call.
  public typealias Body = @Sendable (FunctionCall) throws -> Value

  /// The name; it begins with one of the module's prefixes.
  public let name: String
  /// What it gives, when it gives null, and what is an error.
  public let doc: String
  /// The parameters, in their order; those that may be left out stand last.
  public let arguments: [FunctionDescriptor.Argument]
  /// What it gives.
  public let result: Column.Kind
  /// A call of constants with what it gives, as SQL writes both.
  public let example: (call: String, value: String)
  /// Begins a question: what a call learned may serve the later ones of the same question.
  public let begin: @Sendable () -> Body

  /// Declares a function.
  public init(
    _ name: String, doc: String, arguments: [FunctionDescriptor.Argument], result: Column.Kind,
    example: (call: String, value: String), begin: @escaping @Sendable () -> Body
  ) {
    self.name = name
    self.doc = doc
    self.arguments = arguments
    self.result = result
    self.example = example
    self.begin = begin
  }

  /// How to call it; arguments that may be left out stand in brackets.
  public var signature: String { arguments.signature(of: name) }

  /// The function as the store registers it, once for each number of arguments.
  func functions(_ tower: Tower, options: GlobalOptions) -> [ScalarFunction] {
    let body = begin()
    return (arguments.count(where: \.isRequired)...arguments.count).map { count in
      ScalarFunction(name, argumentCount: count) { values, reader in
        let missing = [Value?](repeating: nil, count: arguments.count - count)
        return try body(
          FunctionCall(
            function: name, arguments: arguments, values: values + missing, reader: reader,
            tower: tower, options: options))
      }
    }
  }
}

/// A function that a module opens to questions and that gives one value for the rows of a group, or of
/// a window that does not move: `SELECT product, hhi(value) FROM flows ... GROUP BY product`.
public struct AggregateDescriptor: Sendable {
  /// The name; it begins with one of the module's prefixes.
  public let name: String
  /// What it gives, when it gives null, and what is an error.
  public let doc: String
  /// The parameters, in their order, all of them required.
  public let arguments: [FunctionDescriptor.Argument]
  /// What it gives.
  public let result: Column.Kind
  /// A call over the column `value` with the parts 1, 1 and 2, and what it gives.
  public let example: (call: String, value: String)
  /// Begins a group.
  public let begin: @Sendable () -> AggregateFunction.Group

  /// Declares a function.
  public init(
    _ name: String, doc: String, arguments: [FunctionDescriptor.Argument], result: Column.Kind,
    example: (call: String, value: String),
    begin: @escaping @Sendable () -> AggregateFunction.Group
  ) {
    self.name = name
    self.doc = doc
    self.arguments = arguments
    self.result = result
    self.example = example
    self.begin = begin
  }

  /// How to call it.
  public var signature: String { arguments.signature(of: name) }

  /// The function as the store registers it.
  var function: AggregateFunction {
    AggregateFunction(name, argumentCount: arguments.count, begin: begin)
  }
}

extension [FunctionDescriptor.Argument] {
  /// A call with the names of the arguments; those that may be left out stand in brackets.
  func signature(of name: String) -> String {
    "\(name)(\(map { $0.isRequired ? $0.name : "[\($0.name)]" }.joined(separator: ", ")))"
  }
}

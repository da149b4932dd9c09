public import Store
public import Vocabulary

/// One call of a function: its arguments, and a reader of the store.
///
/// An argument of the wrong kind is an error that names the function, the argument and the kind.
public struct FunctionCall {
  private let function: String
  private let arguments: [FunctionDescriptor.Argument]
  private let values: [Value?]
  /// How the question restricts the columns by which the function can search; rows that do not meet
  /// this may be given, they are tested again.
  public let constraints: [TableFunction.Constraint]
  /// A connection that reads the state that the question reads.
  public let reader: Connection
  /// The running deployment.
  public let tower: Tower
  private let options: GlobalOptions

  init(
    function: String, arguments: [FunctionDescriptor.Argument], values: [Value?],
    constraints: [TableFunction.Constraint] = [], reader: Connection, tower: Tower,
    options: GlobalOptions
  ) {
    self.constraints = constraints
    self.function = function
    self.arguments = arguments
    self.values = values
    self.reader = reader
    self.tower = tower
    self.options = options
  }

  /// The day the answer is for.
  public var asOf: Day { options.asOf ?? tower.clock.today }

  /// The day up to which facts count as known; nil means all that is recorded.
  public var knownAt: Day? { options.knownAt }

  /// The text of a required argument.
  public func text(_ name: String) throws -> String {
    try required(name, optionalText(name))
  }

  /// The text of an argument; nil when it was left out.
  public func optionalText(_ name: String) throws -> String? {
    try read(name) { $0.text }
  }

  /// The whole number of a required argument.
  public func integer(_ name: String) throws -> Int {
    try required(name, optionalInteger(name))
  }

  /// The whole number of an argument; nil when it was left out.
  public func optionalInteger(_ name: String) throws -> Int? {
    try read(name) { $0.integer.flatMap { Int(exactly: $0) } }
  }

  /// The years of a required argument: a number, or a range as a text such as `'2019..2024'`.
  ///
  /// - Parameter range: the years that may be asked for.
  public func years(_ name: String, in range: ClosedRange<Int>) throws -> ClosedRange<Int> {
    let text = try required(name, read(name) { $0.text ?? $0.integer.map(String.init) })
    do {
      return try ParameterType.readYears(text, range)
    } catch {
      throw TowerError(.usage, "\(name): \(error)")
    }
  }

  /// The number of an argument; nil when it was left out.
  public func optionalNumber(_ name: String) throws -> Double? {
    try read(name) { $0.real }
  }

  /// The product of an argument; nil when it was left out.
  public func optionalProduct(_ name: String) throws -> ProductCode? {
    try optionalText(name).map { text in
      do {
        return try ProductCode(text)
      } catch {
        throw TowerError(.usage, "\(name): \(error)")
      }
    }
  }

  private func read<T>(_ name: String, _ convert: (Value) -> T?) throws -> T? {
    guard let index = arguments.firstIndex(where: { $0.name == name }) else {
      preconditionFailure("\(function) declares no argument \(name)")
    }
    guard let value = values[index], !value.isNull else { return nil }
    guard let converted = convert(value) else {
      throw TowerError(
        .usage,
        "\(name) is \(value), not a value of kind "
          + arguments[index].kind.rawValue)
    }
    return converted
  }

  private func required<T>(_ name: String, _ value: T?) throws -> T {
    guard let value else {
      throw TowerError(.usage, "\(name) is null")
    }
    return value
  }
}

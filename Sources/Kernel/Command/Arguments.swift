public import Vocabulary

/// The arguments of one invocation, by the names of the command's parameters.
///
/// Reading a name that the command did not declare, or with another type, is a programming error
/// and stops the process.
public struct Arguments: Sendable, Equatable {
  private let values: [String: [ArgumentValue]]

  /// Makes arguments from values by parameter name.
  public init(_ values: [String: [ArgumentValue]]) {
    self.values = values
  }

  /// Every given or defaulted value, by parameter name.
  public var all: [String: [ArgumentValue]] { values }

  /// The text of an optional parameter.
  public func optionalText(_ name: String) -> String? {
    first(name) { if case .text(let value) = $0 { value } else { nil } }
  }

  /// The text of a required or defaulted parameter.
  public func text(_ name: String) -> String { required(name, optionalText(name)) }

  /// Every text of a repeated parameter, in the order given.
  public func texts(_ name: String) -> [String] {
    (values[name] ?? []).map { value in
      guard case .text(let text) = value else { return required(name, nil) }
      return text
    }
  }

  /// The number of an optional whole-number parameter.
  public func optionalInteger(_ name: String) -> Int? {
    first(name) { if case .integer(let value) = $0 { value } else { nil } }
  }

  /// The number of a required or defaulted whole-number parameter.
  public func integer(_ name: String) -> Int { required(name, optionalInteger(name)) }

  /// The number of an optional parameter.
  public func optionalNumber(_ name: String) -> Double? {
    first(name) { if case .number(let value) = $0 { value } else { nil } }
  }

  /// Whether a flag was given.
  public func flag(_ name: String) -> Bool {
    first(name) { if case .flag(let value) = $0 { value } else { nil } } ?? false
  }

  /// The day of an optional parameter.
  public func optionalDay(_ name: String) -> Day? {
    first(name) { if case .day(let value) = $0 { value } else { nil } }
  }

  /// The share of an optional parameter.
  public func optionalPercentage(_ name: String) -> Percentage? {
    first(name) { if case .percentage(let value) = $0 { value } else { nil } }
  }

  /// The share of a required or defaulted parameter.
  public func percentage(_ name: String) -> Percentage { required(name, optionalPercentage(name)) }

  /// The quantity of an optional parameter.
  public func optionalQuantity(_ name: String) -> Quantity? {
    first(name) { if case .quantity(let value) = $0 { value } else { nil } }
  }

  /// The quantity of a required or defaulted parameter.
  public func quantity(_ name: String) -> Quantity { required(name, optionalQuantity(name)) }

  /// The product of an optional parameter.
  public func optionalProduct(_ name: String) -> ProductCode? {
    first(name) { if case .product(let value) = $0 { value } else { nil } }
  }

  /// The product of a required parameter.
  public func product(_ name: String) -> ProductCode { required(name, optionalProduct(name)) }

  /// The subject of a required parameter.
  public func subject(_ name: String) -> Subject { required(name, optionalSubject(name)) }

  /// The subject of an optional parameter.
  public func optionalSubject(_ name: String) -> Subject? {
    first(name) { if case .subject(let value) = $0 { value } else { nil } }
  }

  /// The years of an optional parameter; a single year is a range of one.
  public func optionalYears(_ name: String) -> ClosedRange<Int>? {
    first(name) { if case .years(let value) = $0 { value } else { nil } }
  }

  /// The years of a required or defaulted parameter; a single year is a range of one.
  public func years(_ name: String) -> ClosedRange<Int> { required(name, optionalYears(name)) }

  private func first<T>(_ name: String, _ read: (ArgumentValue) -> T?) -> T? {
    values[name]?.first.map { required(name, read($0)) }
  }

  private func required<T>(_ name: String, _ value: T?) -> T {
    guard let value else { preconditionFailure("parameter \(name) is not declared so") }
    return value
  }
}

public import Vocabulary

/// One answer about one subject: the common form of all that the modules find.
public struct Finding: Sendable, Hashable {
  /// Whether the value could be told.
  public enum Status: Sendable, Hashable {
    case known
    /// It could not; what is missing is named, one sentence each.
    case insufficient(missing: [LocalizedText])
  }

  /// What the finding is about.
  public var subject: Subject
  /// The other subject, where the indicator relates two: a supplier, a technology.
  public var object: Subject?
  /// The indicator, declared by a module.
  public var indicator: String
  /// The number; nil when the finding is a statement or insufficient.
  public var value: Double?
  /// The unit of the number.
  public var unit: String?
  /// The day the value is for.
  public var asOf: Day
  /// The level it stands for, where it has one.
  public var level: Level?
  /// Whether it could be told.
  public var status: Status
  /// The finding as one sentence.
  public var statement: LocalizedText
  /// The steps and citations that it rests on, in order.
  public var evidence: [LocalizedText]
  /// The identifiers of its sources.
  public var sources: [String]
  /// The strictest marking of its inputs.
  public var marking: Marking
  /// The day by which something runs out or must be done.
  public var due: Day?

  /// Makes a finding.
  public init(
    _ indicator: String, subject: Subject, object: Subject? = nil, value: Double? = nil,
    unit: String? = nil, asOf: Day, level: Level? = nil, status: Status = .known,
    statement: LocalizedText, evidence: [LocalizedText] = [], sources: [String] = [],
    marking: Marking = .clear, due: Day? = nil
  ) {
    self.indicator = indicator
    self.subject = subject
    self.object = object
    self.value = value
    self.unit = unit
    self.asOf = asOf
    self.level = level
    self.status = status
    self.statement = statement
    self.evidence = evidence
    self.sources = sources
    self.marking = marking
    self.due = due
  }

  /// What is missing; empty for a known finding.
  public var missing: [LocalizedText] {
    guard case .insufficient(let missing) = status else { return [] }
    return missing
  }
}

public import Vocabulary

/// The parts of a brief, in the order in which they are read.
public enum BriefSection: String, CaseIterable, Sendable {
  case status, touches, holding, alternatives, technology, negotiation, coordination
}

/// What a finding measures.
public struct Indicator: Sendable {
  /// The name, in lower-case words joined by underscores; unique in the deployment.
  public let name: String
  /// The title for people.
  public let title: LocalizedText
  /// The unit of the value, `share` for a part of a whole from 0 to 1; nil for another pure number
  /// or a statement.
  public let unit: String?
  /// The part of a brief where its findings stand.
  public let section: BriefSection
  /// Whether the findings of one subject are compared in a chart.
  public let isCharted: Bool
  /// Whether its findings stand for their part of a brief where only one sentence fits.
  public let isHeadline: Bool
  /// From which value each level begins; nil where a value stands for no level by itself.
  public let levels: LevelThresholds?
  /// What it is, with the source of its formula.
  public let doc: String

  /// Declares an indicator.
  public init(
    _ name: String, title: LocalizedText, unit: String? = nil, section: BriefSection,
    isCharted: Bool = false, isHeadline: Bool = false, levels: LevelThresholds? = nil,
    doc: String
  ) {
    self.name = name
    self.title = title
    self.unit = unit
    self.section = section
    self.isCharted = isCharted
    self.isHeadline = isHeadline
    self.levels = levels
    self.doc = doc
  }
}

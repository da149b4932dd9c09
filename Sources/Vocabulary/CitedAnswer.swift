/// One step of a legal argument: what was found, and the text that it rests on.
public struct CitedStep: Hashable, Sendable {
  /// What was found, as a sentence without a final full stop.
  public let finding: LocalizedText
  /// The provision or the announcement that says so.
  public let citation: String

  /// The step with what it rests on, as one line of evidence.
  public var evidence: LocalizedText {
    LocalizedText(
      "\(finding.english) [\(citation)]", korean: finding.korean.map { "\($0) [\(citation)]" })
  }

  /// Makes a step from what was found and what it rests on.
  public init(_ finding: LocalizedText, citation: String) {
    self.finding = finding
    self.citation = citation
  }
}

/// An answer together with the steps that lead to it, in the order in which they were taken.
public struct CitedAnswer: Hashable, Sendable {
  /// The answer.
  public let answer: Answer
  /// The steps, each with its citation.
  public let steps: [CitedStep]

  /// Makes an answer from the steps that lead to it.
  public init(_ answer: Answer, steps: [CitedStep]) {
    self.answer = answer
    self.steps = steps
  }
}

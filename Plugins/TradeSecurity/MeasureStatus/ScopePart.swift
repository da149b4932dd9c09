import Vocabulary

/// One part of the comparison of a trade with a scope.
struct ScopePart {
  let answer: Answer
  /// What to say about it; nil when the scope sets no limit here.
  let finding: LocalizedText?

  init(answer: Answer, finding: LocalizedText?) {
    self.answer = answer
    self.finding = finding
  }

  init(_ answer: Answer) {
    self.init(answer: answer, finding: nil)
  }

  init(_ answer: Answer, _ english: String, _ korean: String) {
    self.init(answer: answer, finding: LocalizedText(english, korean: korean))
  }
}

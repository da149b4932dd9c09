/// What a question may take; nil sets no limit.
public struct ReadLimits: Sendable, Hashable {
  /// What there is a limit of.
  public enum Subject: Sendable, Hashable {
    case seconds, rows, memory, valueSize, answerSize, nesting
  }

  /// The seconds after which a statement is stopped.
  public var seconds: Double?
  /// The rows after which a statement is stopped.
  public var rows: Int?
  /// The bytes of working memory that a statement may take beside what was taken when it began.
  ///
  /// SQLite counts them for the whole process, so one question at a time is measured.
  public var memory: Int?
  /// The bytes of the largest text or blob that a statement may make or read.
  public var valueSize: Int?
  /// The bytes of all texts and blobs that a statement may give.
  public var answerSize: Int?
  /// How deep expressions may nest, and how many SELECTs may stand in one UNION.
  public var nesting: Int?

  /// Sets limits.
  public init(
    seconds: Double? = nil, rows: Int? = nil, memory: Int? = nil, valueSize: Int? = nil,
    answerSize: Int? = nil, nesting: Int? = nil
  ) {
    self.seconds = seconds
    self.rows = rows
    self.memory = memory
    self.valueSize = valueSize
    self.answerSize = answerSize
    self.nesting = nesting
  }

  /// The bytes of the longest statement; a longer one is a wrong file.
  public static let statementSize = 1 << 20

  /// Why a statement was stopped or not taken, in the words of its limit.
  func message(_ subject: Subject) -> String {
    switch subject {
    case .seconds: "stopped after \(seconds ?? 0) seconds, the limit for a question"
    case .rows: "stopped after \(rows ?? 0) rows, the limit for a question"
    case .memory:
      "stopped with \(ReadLimits.size(memory)) of working memory taken, the limit for a question"
    case .valueSize:
      "a text or blob of the question is larger than \(ReadLimits.size(valueSize)), the limit for one"
    case .answerSize:
      "stopped after \(ReadLimits.size(answerSize)) of texts and blobs, the limit for an answer"
    case .nesting:
      "the question nests deeper than \(nesting ?? 0) levels, or multiplies its own expressions, "
        + "more than a question may"
    }
  }

  private static func size(_ bytes: Int?) -> String {
    let bytes = bytes ?? 0
    return bytes >= 1 << 20 && bytes.isMultiple(of: 1 << 20)
      ? "\(bytes >> 20) MiB" : "\(bytes >> 10) KiB"
  }
}

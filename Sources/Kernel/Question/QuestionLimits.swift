internal import Configuration
internal import Store

/// What a question may take: the section `questions` of a configuration.
enum QuestionLimits {
  static let schema = Schema(
    title: "Questions", doc: "How long a question may run and how much it may take.",
    fields: [
      Field(
        "max_seconds", .integer(1...86_400), default: .integer(60),
        doc: "The seconds after which a question is stopped."),
      Field(
        "max_rows", .integer(1...100_000_000), default: .integer(1_000_000),
        doc: "The rows after which a question is stopped."),
      Field(
        "max_memory_mib", .integer(16...65_536), default: .integer(512),
        doc: "The working memory, in MiB, with which a question is stopped."),
      Field(
        "max_value_kib", .integer(64...262_144), default: .integer(1024),
        doc: "The largest text or blob, in KiB, that a question may make or read."),
      Field(
        "max_answer_mib", .integer(1...65_536), default: .integer(1024),
        doc: "The texts and blobs, in MiB, after which an answer is stopped."),
      Field(
        "max_nesting", .integer(20...1000), default: .integer(200),
        doc: "How deep expressions may nest, and how many SELECTs may stand in one UNION."),
    ])

  /// Reads the section.
  static func read(_ values: SettingValues) -> ReadLimits {
    ReadLimits(
      seconds: Double(values.integer("max_seconds")), rows: values.integer("max_rows"),
      memory: values.integer("max_memory_mib") << 20,
      valueSize: values.integer("max_value_kib") << 10,
      answerSize: values.integer("max_answer_mib") << 20,
      nesting: values.integer("max_nesting"))
  }

  /// The setting that raises a limit.
  static func setting(_ subject: ReadLimits.Subject) -> String {
    switch subject {
    case .seconds: "questions.max_seconds"
    case .rows: "questions.max_rows"
    case .memory: "questions.max_memory_mib"
    case .valueSize: "questions.max_value_kib"
    case .answerSize: "questions.max_answer_mib"
    case .nesting: "questions.max_nesting"
    }
  }
}

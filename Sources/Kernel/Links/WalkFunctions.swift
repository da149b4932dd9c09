internal import Store
internal import Vocabulary

/// The walks over links as table functions: `neighbours`, `path`, `common` and `subject`.
///
/// A last row that has a note alone says what was left out.
enum WalkFunctions {
  static func all(_ limits: LinkLimits) -> [FunctionDescriptor] {
    [neighbours(limits), path(limits), common(limits), subject]
  }

  private static func neighbours(_ limits: LinkLimits) -> FunctionDescriptor {
    let shape = WalkQuestion.Shape.neighbours(of: "", depth: 1)
    return FunctionDescriptor(
      "neighbours", doc: "A link that leads away from a subject, up to a depth, on the day.",
      arguments: [
        .required("start", .text, doc: "The subject as kind:id, or any name of it."),
        .required("max_depth", .integer, doc: "How many links away, from 1."),
        .optional("only", .text, doc: "The one relation that is followed."),
      ], columns: shape.columns + Link.columns + [note], estimatedRows: 200
    ) { call in
      try answer(
        call,
        .neighbours(of: call.text("start"), depth: call.integer("max_depth")),
        relation: call.optionalText("only"), limits)
    }
  }

  private static func path(_ limits: LinkLimits) -> FunctionDescriptor {
    let shape = WalkQuestion.Shape.path(from: "", to: "", maximum: 1)
    return FunctionDescriptor(
      "path", doc: "A link of a shortest path between two subjects on the day.",
      arguments: [
        .required("start", .text, doc: "One end as kind:id, or any name of it."),
        .required("end", .text, doc: "The other end."),
        .optional(
          "max", .integer,
          doc: "How many links it has at most; \(WalkQuestion.usualMaximum) when left out."),
      ], columns: shape.columns + Link.columns + [note], estimatedRows: 20
    ) { call in
      try answer(
        call,
        .path(
          from: call.text("start"), to: call.text("end"),
          maximum: call.optionalInteger("max") ?? WalkQuestion.usualMaximum), limits)
    }
  }

  private static func common(_ limits: LinkLimits) -> FunctionDescriptor {
    let shape = WalkQuestion.Shape.common("", "")
    return FunctionDescriptor(
      "common", doc: "A link from one of two subjects to a third that both are linked with.",
      arguments: [
        .required("first", .text, doc: "One subject as kind:id, or any name of it."),
        .required("second", .text, doc: "The other."),
      ], columns: shape.columns + Link.columns + [note], estimatedRows: 50
    ) { call in
      try answer(call, .common(call.text("first"), call.text("second")), limits)
    }
  }

  private static let subject = FunctionDescriptor(
    "subject",
    doc: "A subject that a text means: by identifier or name, else by a part of one, else nearly.",
    arguments: [.required("text", .text, doc: "A name in any language, or an identifier.")],
    columns: subjectColumns, estimatedRows: 3
  ) { call in
    let known = KnownSubjects(call.tower, call.reader)
    return RowProducer(try known.matches(call.text("text")).map { try row($0, known) })
  }

  private static let subjectColumns = [
    Column("subject", .subject, doc: "The subject."),
    Column("fit", .text, doc: "What the text is of it: identifier, name, part or near."),
    Column("met", .text, doc: "The name that met the text."),
    Column("name_en", .text, doc: "Its name."), Column("name_ko", .text, doc: "In Korean."),
  ]

  private static func row(_ match: KnownSubjects.Match, _ known: KnownSubjects) throws -> [Value] {
    let name = try known.name(of: match.subject)
    return [
      .text(match.subject.description), .text(match.fit.rawValue), .text(match.name),
      .text(name.english), Value(name.korean),
    ]
  }

  private static let note = Column(
    "note", .text, doc: "What was left out, in a row of its own; null in every other.")

  private static func answer(
    _ call: FunctionCall, _ shape: WalkQuestion.Shape, relation: String? = nil, _ limits: LinkLimits
  ) throws -> RowProducer {
    let question = WalkQuestion(
      shape: shape, relation: relation, asOf: call.asOf, knownAt: call.knownAt, limits: limits)
    let answer = try question.answer(call.tower, call.reader)
    let width = shape.columns.count + Link.columns.count
    return RowProducer(
      answer.rows.map { $0 + [.null] }
        + answer.notes.map { Array(repeating: .null, count: width) + [.text($0)] })
  }
}

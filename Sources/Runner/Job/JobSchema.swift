internal import Configuration

extension Job {
  /// The schema of a job file.
  static let schema = Schema(
    title: "Job", doc: "Commands of the tower, in an order that their needs give.",
    fields: [
      Field(
        "id", .text, isRequired: true,
        doc: "The identifier: lower-case letters, digits and hyphens."),
      Field("title", .localizedText, isRequired: true, doc: "What the job is for."),
      Field(
        "include", .list(.path),
        doc: "Files with parameters and steps that stand before those of this file; relative to it."
      ),
      Field(
        "parameters", .dictionary(.mapping(JobParameter.schema)),
        doc: "What can be given as --parameter NAME=VALUE, by name."),
      Field(
        "workers", .integer(1...64), default: .integer(2), doc: "How many steps run at once."),
      Field(
        "pools", .dictionary(.integer(1...64)),
        doc: "How many steps that name a pool run at once, by the name of the pool."),
      Field(
        "on-failure", .choice(FailurePolicy.allCases.map(\.rawValue)), default: .text("finish"),
        doc: """
          What becomes of the other steps when one fails: 'stop' interrupts what runs, 'finish' lets \
          it end and starts nothing more, 'continue' goes on with all that does not need the step.
          """),
      Field(
        "steps", .list(.mapping(stepSchema), minimumCount: 1), isRequired: true,
        doc: "The steps; without 'needs' each begins when the one before it is over."),
    ])

  /// The schema of an included file.
  static let partSchema = Schema(
    title: "Part of a job", doc: "Parameters and steps that several jobs share.",
    fields: schema.fields.filter { ["parameters", "pools"].contains($0.name) }
      + [Field("steps", .list(.mapping(stepSchema)), doc: "The steps.")])

  private static let stepSchema = Schema(
    title: "Step", doc: "A command of the job.",
    fields: [
      Field(
        "id", .text, isRequired: true,
        doc: "The identifier, unique in the job: lower-case letters, digits and hyphens."),
      Field("title", .localizedText, doc: "What the step is for."),
      Field(
        "run", .text, isRequired: true,
        doc: """
          The command line without the word 'tower'; paths are relative to the working folder. It may \
          refer to ${parameters.NAME}, ${steps.STEP.output}, ${date} and ${item}.
          """),
      Field(
        "needs", .list(.text),
        doc: "The steps that must be over before it starts; the one before it when left out."),
      Field(
        "for-each", .mapping(itemsSchema), doc: "What it runs for, one time each, as ${item}."),
      Field("when", .mapping(conditionSchema), doc: "When it runs at all."),
      Field("retry", .mapping(retrySchema), doc: "How often and when it is tried again."),
      Field(
        "timeout-seconds", .number(0.001...1e9),
        doc: "The seconds after which its next look at the store ends it."),
      Field(
        "on-failure", .choice(FailurePolicy.allCases.map(\.rawValue)),
        doc: "What becomes of the others when it fails; that of the job when left out."),
      Field("pool", .text, doc: "The pool that it runs in."),
      Field(
        "save", .path,
        doc: "The file that its answer is written to; its name ends with the format, such as .csv."),
      Field(
        "artefacts", .dictionary(.path),
        doc: "Files that its command makes, by name: the journal keeps their digests."),
      Field(
        "show", .flag, default: .flag(false),
        doc: "Whether the result of the step is printed, as the command alone would print it."),
    ])

  private static let itemsSchema = Schema(
    title: "Items", doc: "What a step runs for.",
    fields: [
      Field("list", .list(.scalar, minimumCount: 1), doc: "The items."),
      Field("query", .text, doc: "A question whose first column gives the items, in its order."),
    ]
  ) { values in
    (values.list("list").isEmpty) == (values.optionalText("query") == nil)
      ? [values.fault("list", "give either 'list' or 'query'")] : []
  }

  private static let conditionSchema = Schema(
    title: "Condition", doc: "When a step runs: over a parameter, or over a step that it needs.",
    fields: [
      Field("parameter", .text, doc: "A parameter of the job."),
      Field("step", .text, doc: "A step that this one needs."),
      Field("is", .list(.scalar, minimumCount: 1), doc: "The values of the parameter that count."),
      Field(
        "status", .list(.choice(Condition.statusNames), minimumCount: 1),
        doc: "How the step ended; 'findings' is done with findings at the level asked for."),
      Field("output", .list(.scalar, minimumCount: 1), doc: "The outputs of the step that count."),
      Field(
        "level", .level, doc: "The highest level in the step's answer is at least this."),
    ], check: conditionFaults)

  private static let retrySchema = Schema(
    title: "Retry", doc: "How often and when a step that failed is tried again.",
    fields: [
      Field("attempts", .integer(2...100), isRequired: true, doc: "How often it is tried in all."),
      Field(
        "on", .list(.choice(Retry.classNames), minimumCount: 1), isRequired: true,
        doc: "The failures after which it is tried again."),
      Field("wait-seconds", .number(0...86_400), default: .number(1), doc: "The first wait."),
      Field("factor", .number(1...100), default: .number(2), doc: "By how much the wait grows."),
    ])

  private static func conditionFaults(_ values: SettingValues) -> [Diagnostic] {
    let ofStep = ["status", "output", "level"].filter { values.origin(of: $0) != nil }
    let hasParameter = values.optionalText("parameter") != nil
    let isOfParameter = hasParameter && values.origin(of: "is") != nil
    let isOfStep = values.optionalText("step") != nil && ofStep.count == 1
    if isOfParameter, values.optionalText("step") == nil, ofStep.isEmpty { return [] }
    if isOfStep, !hasParameter, values.origin(of: "is") == nil { return [] }
    return [
      values.fault(
        "parameter",
        "a condition is 'parameter' with 'is', or 'step' with one of 'status', 'output' and 'level'"
      )
    ]
  }
}

extension Job.Condition {
  /// How a step can end, as conditions say it.
  static let statusNames = ["done", "findings", "failed", "skipped"]

  /// Reads a condition that the schema has checked.
  init(_ values: SettingValues) {
    guard let step = values.optionalText("step") else {
      self = .parameter(values.text("parameter"), isOneOf: values.texts("is"))
      return
    }
    if values.origin(of: "status") != nil {
      self = .status(step: step, isOneOf: values.texts("status"))
    } else if values.origin(of: "output") != nil {
      self = .output(step: step, isOneOf: values.texts("output"))
    } else {
      self = .level(step: step, atLeast: values.level("level"))
    }
  }
}

internal import Configuration
internal import Kernel

extension Job {
  /// The schema of a job file.
  static let schema = Schema(
    title: "Job", doc: "Commands of the tower that run one after the other.",
    fields: [
      Field(
        "id", .text, isRequired: true,
        doc: "The identifier: lower-case letters, digits and hyphens."),
      Field("title", .localizedText, isRequired: true, doc: "What the job is for."),
      Field(
        "steps", .list(.mapping(stepSchema), minimumCount: 1), isRequired: true,
        doc: "The steps, in the order in which they run."),
    ])

  private static let stepSchema = Schema(
    title: "Step", doc: "A command of the job.",
    fields: [
      Field(
        "id", .text, isRequired: true,
        doc: "The identifier, unique in the job: lower-case letters, digits and hyphens."),
      Field("title", .localizedText, doc: "What the step is for."),
      Field(
        "run", .text, isRequired: true,
        doc: "The command line without the word 'tower'; paths are relative to the working folder."
      ),
      Field(
        "show", .flag, default: .flag(false),
        doc: "Whether the result of the step is printed, as the command alone would print it."),
    ])

  /// Reads a job file and checks every command line in it against the declared commands, those of
  /// disabled modules included.
  ///
  /// - Throws: `ConfigurationError` with every fault of the file, each at its place.
  static func load(path: String, registry: Registry) throws -> Job {
    let digest = try ByteStream.sha256(path: path)
    let node = try YAML.load(path: path)
    var faults: [Diagnostic] = []
    let values = schema.decode(node, collecting: &faults)
    let parser = CommandLineParser(
      commands: registry.commands + registry.disabledCommands.map(\.command))
    var check = JobCheck(parser)
    faults += check.faults(of: node)
    guard let values, faults.isEmpty else { throw ConfigurationError(diagnostics: faults) }
    return Job(
      identifier: values.text("id"), title: values.localized("title"),
      steps: try values.mappings("steps").map { values in
        let words = try commandLineWords(values.text("run"))
        // Not `parse`: a file that an earlier step makes is not there yet.
        let command = parser.check(words).parsed?.command.name
        let disabled = registry.disabledCommands.first { $0.command.name == command }
        return Step(values, words: words, disabledModule: disabled?.module)
      }, file: path, digest: digest)
  }
}

extension Job.Step {
  fileprivate init(_ values: SettingValues, words: [String], disabledModule: String?) {
    identifier = values.text("id")
    title = values.optionalLocalized("title")
    line = values.text("run").split(whereSeparator: \.isNewline).joined(separator: " ")
    self.words = words
    ownOptions = Set(GlobalOptions.names(in: words).map(\.name))
    self.disabledModule = disabledModule
    isShown = values.flag("show")
  }
}

internal import Kernel
internal import Vocabulary

/// What the commands about a job file have in common.
enum JobParameters {
  static let all: [Parameter] = [
    .positional("job", .existingFile, doc: "The job file."),
    Parameter(
      "parameter", .text, isRepeated: true, doc: "A parameter of the job, as NAME=VALUE."),
    Parameter(
      "force", .text, isRepeated: true, doc: "A step that runs though nothing has changed."),
  ]

  /// The job with the values of its parameters, every command line checked under them, and the steps
  /// that are forced.
  ///
  /// - Throws: `ConfigurationError` with every fault of the file; `TowerError` for the arguments.
  static func read(_ invocation: Invocation) throws -> (
    job: Job, values: [String: String], forced: Set<String>
  ) {
    let arguments = invocation.arguments
    let given = arguments.texts("parameter")
    var texts: [String: String] = [:]
    for word in given {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { texts[String(parts[0])] = String(parts[1]) }
    }
    let registry = invocation.tower.registry
    let path = arguments.text("job")
    // The file's own faults first: a value that is given wrongly is no fault of the file.
    var job = try Job.load(path: path, registry: registry)
    let values = try job.parameters.values(given: given)
    if !given.isEmpty { job = try Job.load(path: path, registry: registry, given: texts) }
    return (job, values, try forced(arguments.texts("force"), job))
  }

  private static func forced(_ names: [String], _ job: Job) throws -> Set<String> {
    for name in names where job.step(StepName(name).step) == nil {
      let near = nearest(to: name, in: job.steps.map(\.identifier))
      throw TowerError(
        .usage, "--force: the job '\(job.identifier)' has no step '\(name)'",
        hints: near.isEmpty
          ? ["its steps are \(job.steps.map(\.identifier).joined(separator: ", "))"]
          : ["did you mean \(near.joined(separator: " or "))?"])
    }
    return Set(names)
  }
}

/// What the journal keeps of the last time that a step was done.
struct StepRecord: Sendable {
  /// The run.
  let run: String
  /// What it stood on.
  let inputs: StepInputs
  /// The files that it made, with their digests.
  let artefacts: [String: String]
  /// Its output for references; nil when it has none.
  let output: String?
  /// The highest level in its answer.
  let level: String?
  /// The exit code that the command alone would have given.
  let exitCode: Int32
  /// How many rows it answered.
  let rows: Int?
  /// How long it took.
  let milliseconds: Int64?
}

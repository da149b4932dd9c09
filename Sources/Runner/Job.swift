internal import Vocabulary

/// A job: commands of the tower that run one after the other.
struct Job: Sendable {
  /// A command of the job.
  struct Step: Sendable {
    /// The identifier, unique within the job.
    let identifier: String
    /// What it is for; nil when nothing is said.
    let title: LocalizedText?
    /// The command line as it was written.
    let line: String
    /// Its words.
    let words: [String]
    /// The global options that it sets itself, by name.
    let ownOptions: Set<String>
    /// The module that brings its command, when the deployment disables it.
    let disabledModule: String?
    /// Whether its result is printed.
    let isShown: Bool
  }

  /// The identifier: it runs once at a time on one store.
  let identifier: String
  /// What it is for.
  let title: LocalizedText
  /// The steps, in their order.
  let steps: [Step]
  /// The file it was read from.
  let file: String
  /// The SHA-256 of the file.
  let digest: String
}

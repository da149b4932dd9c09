internal import Kernel
internal import Vocabulary

/// A job: commands of the tower, in an order that their needs give.
struct Job: Sendable {
  /// What becomes of the other steps when one fails.
  enum FailurePolicy: String, CaseIterable, Sendable {
    /// What runs is interrupted, and nothing else starts.
    case stop
    /// What runs may end, and nothing else starts.
    case finish
    /// Everything goes on that does not need the step.
    case `continue`
  }

  /// The identifier: it runs once at a time on one store.
  let identifier: String
  /// What it is for.
  let title: LocalizedText
  /// Its parameters.
  let parameters: [JobParameter]
  /// The steps; each stands after all that it needs.
  let steps: [Step]
  /// How many steps run at once.
  let workers: Int
  /// How many steps of a pool run at once, by its name.
  let pools: [String: Int]
  /// The file it was read from.
  let file: String
  /// The SHA-256 of the file, and of those that it includes.
  let digest: String

  /// The step of an identifier.
  func step(_ identifier: String) -> Step? { steps.first { $0.identifier == identifier } }
}

extension Job {
  /// A command of the job.
  struct Step: Sendable {
    /// The identifier, unique within the job.
    let identifier: String
    /// Its place in the job, from 1.
    let position: Int
    /// What it is for; nil when nothing is said.
    let title: LocalizedText?
    /// The command line as it was written.
    let line: String
    /// Its words.
    let words: [Template]
    /// The steps that must be over before it starts.
    let needs: [String]
    /// What it runs for, one time each; nil when it runs once.
    let items: Items?
    /// When it runs at all; nil means always.
    let condition: Condition?
    /// How often and when it is tried again.
    let retry: Retry
    /// The seconds after which it is stopped; nil without a limit.
    let timeout: Double?
    /// What becomes of the others when it fails.
    let onFailure: FailurePolicy
    /// The pool that it runs in; nil without one.
    let pool: String?
    /// The file that its answer is written to.
    let save: Template?
    /// Files that its command makes, by name.
    let artefacts: [(name: String, path: Template)]
    /// The global options that it sets itself, by name.
    let ownOptions: Set<String>
    /// What its command does to the store.
    let effect: Command.Effect
    /// Whether its command runs every time, whatever it stood on.
    let alwaysRuns: Bool
    /// The module that brings its command, when the deployment disables it.
    let disabledModule: String?
    /// Whether its result is printed.
    let isShown: Bool

    /// The steps whose outputs its command line uses.
    var outputs: [String] {
      words.flatMap(\.references).compactMap {
        if case .output(let step) = $0 { step } else { nil }
      }
    }
  }

  /// What a step runs for.
  enum Items: Sendable {
    case list([String])
    /// A question whose first column gives the items.
    case question(String)
  }

  /// When a step runs.
  enum Condition: Sendable, Hashable {
    /// A parameter has one of these values.
    case parameter(String, isOneOf: [String])
    /// A step ended in one of these ways.
    case status(step: String, isOneOf: [String])
    /// The output of a step is one of these.
    case output(step: String, isOneOf: [String])
    /// The highest level in a step's answer is at least this.
    case level(step: String, atLeast: Level)
  }

  /// How often and when a step that failed is tried again.
  struct Retry: Sendable, Hashable {
    /// How often it is tried in all.
    var attempts = 1
    /// The failures after which it is tried again.
    var classes: Set<String> = []
    /// The seconds before the second attempt.
    var wait = 1.0
    /// By how much the wait grows each time.
    var factor = 2.0

    /// The failures that can be named.
    static let classNames = ["failed", "locked", "timeout"]
  }
}

public import Vocabulary

/// One call of a command: its arguments and the running tower.
public struct Invocation {
  /// The arguments, read and checked.
  public let arguments: Arguments
  /// The running deployment.
  public let tower: Tower
  /// The global options of the run.
  public let options: GlobalOptions
  /// Takes the answer as it comes; what the command returns follows it.
  public let answer: AnswerStream

  /// The day the answer is for: `--as-of`, or today by the kernel's clock.
  public var asOf: Day { options.asOf ?? tower.clock.today }

  /// The day up to which facts are taken as known: `--known-at`; nil means all that is recorded.
  public var knownAt: Day? { options.knownAt }
}

/// The options that every command takes.
public struct GlobalOptions: Sendable {
  /// The day the answer is for (valid time).
  public var asOf: Day?
  /// The day up to which facts count as known (transaction time).
  public var knownAt: Day?
  /// What people's data are read for; nil when they are not to be read.
  public var purpose: String?
  /// The format of the answer.
  public var format: OutputFormat = .table
  /// Whether what the answer says of itself is written too.
  public var showsFacts = false
  /// The file that the answer is written to; nil for the standard output.
  public var file: String?
  /// Whether progress and messages are left out.
  public var isQuiet = false
  /// The configuration file, when one was named.
  public var configuration: String?
  /// The store file, when one was named.
  public var store: String?

  /// Makes the options of a run without any.
  public init() {}

  /// The declarations of the global options, for help and parsing.
  public static let parameters: [Parameter] = [
    Parameter("config", .existingFile, doc: "The deployment's configuration file."),
    Parameter("store", .path, doc: "The store file, in place of the configured one."),
    Parameter("as-of", .day, doc: "The day the answer is for (valid time); today by default."),
    Parameter(
      "known-at", .day,
      doc: "Only facts learned up to this day count (transaction time), where a table has it."),
    Parameter(
      "purpose", .text,
      doc: "What people's data are read for; it goes to the ledger with the question."),
    Parameter(
      "format", .choice(OutputFormat.allCases.map(\.rawValue)), .defaulted("table"),
      doc: "The format of the answer; xlsx needs --out FILE."),
    Parameter(
      "meta", .flag,
      doc: "Say of the answer its rows, SHA-256, day, sources and marking."),
    Parameter("quiet", .flag, doc: "Leave out progress and messages."),
  ]

  /// The option of every command that has none of this name itself.
  static let out = Parameter(
    "out", .path,
    doc: "The file that the answer is written to; its ending tells the format when none is given.")
}

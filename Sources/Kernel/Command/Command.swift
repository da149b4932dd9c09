/// A command, declared once: it is a word on the command line, in the shell and in a batch step.
public struct Command: Sendable {
  /// What a command does to the store.
  public enum Effect: Sendable {
    /// It needs no store.
    case none
    /// It reads a store that must exist.
    case reads
    /// It writes; a store that does not exist is made first.
    case writes
  }

  /// The words of its name, such as `resources criticality`; the first is the module's own prefix.
  public let name: String
  /// One sentence for lists of commands.
  public let summary: String
  /// What the help adds to the summary: the method, its source, how to read the answer.
  public let discussion: String
  /// Its parameters, positional ones in their order.
  public let parameters: [Parameter]
  /// The columns of the table that it returns first; empty when it has none.
  public let columns: [Column]
  /// What it does to the store.
  public let effect: Effect
  /// Whether what it does depends on more than its arguments, the files they name and the tables it
  /// reads, so that a step of a job runs it every time.
  public let alwaysRuns: Bool
  /// Worked examples as a user types them, without the program's name.
  public let examples: [String]
  /// Does the work.
  public let run: @Sendable (Invocation) throws -> CommandResult

  /// Declares a command.
  public init(
    _ name: String, summary: String, discussion: String = "", parameters: [Parameter] = [],
    columns: [Column] = [], effect: Effect = .reads, alwaysRuns: Bool = false,
    examples: [String] = [],
    run: @escaping @Sendable (Invocation) throws -> CommandResult
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.parameters = parameters
    self.columns = columns
    self.effect = effect
    self.alwaysRuns = alwaysRuns
    self.examples = examples
    self.run = run
  }

  /// Its own parameters, and then the options that every command takes.
  public var everyParameter: [Parameter] {
    let ownsFile = parameters.contains { $0.name == GlobalOptions.out.name }
    return parameters + GlobalOptions.parameters + (ownsFile ? [] : [GlobalOptions.out])
  }

  /// The usage line, without the program's name.
  public var usage: String {
    ([name] + parameters.map(\.usage)).joined(separator: " ")
  }
}

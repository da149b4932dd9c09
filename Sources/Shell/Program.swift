internal import Configuration
internal import Glibc
public import Kernel
internal import Vocabulary

/// The program: finds the configuration, puts the deployment together and runs one command.
public struct Program: Sendable {
  private let modules: [any Module.Type]
  private let environment: [String: String]

  /// Makes the program.
  ///
  /// - Parameters:
  ///   - modules: the installed modules.
  ///   - environment: the environment variables of the process.
  public init(modules: [any Module.Type], environment: [String: String]) {
    self.modules = modules
    self.environment = environment
  }

  /// What a run leaves behind: results, messages and the exit code.
  public struct Outcome: Sendable {
    /// For the standard output.
    public let output: String
    /// For the error stream.
    public let messages: String
    /// The exit code.
    public let status: ExitStatus
  }

  /// Runs the words of a command line, without the program's name.
  public func run(_ words: [String]) -> Outcome {
    do {
      let (options, rest) = try CommandLineParser.globalOptions(words)
      let tower = try deployment(options)
      guard !rest.isEmpty else { return try run(["help"] + words, in: tower) }
      return try run(words, in: tower)
    } catch {
      return Outcome(output: "", messages: "\(error)\n", status: ExitStatus(of: error))
    }
  }

  private func run(_ words: [String], in tower: Tower) throws -> Outcome {
    let (result, options) = try tower.whileRunning { try Dispatcher(tower).run(words) }
    let saysNotes = !options.isQuiet && !options.format.carriesNotes
    return Outcome(
      output: options.format.render(result),
      messages: saysNotes ? result.notes.map { $0 + "\n" }.joined() : "", status: result.status)
  }

  /// `--config`, else `TOWER_CONFIG`, else `config/tower.yaml`, else the built-in defaults.
  private func deployment(_ options: GlobalOptions) throws -> Tower {
    let identities = modules.map { $0.identity }
    let standard = "config/tower.yaml"
    let named = options.configuration ?? environment["TOWER_CONFIG"]
    let path = named ?? (access(standard, R_OK) == 0 ? standard : nil)
    let deployment =
      if let path { try Deployment.load(path: path, modules: identities) } else {
        try Deployment.defaults(modules: identities)
      }
    let registry = try Registry(
      modules, settings: deployment.moduleSettings, disabledModules: deployment.disabledModules)
    return Tower(
      deployment: deployment, registry: registry, clock: try clock(deployment),
      storePath: options.store)
  }

  /// The machine's clock, or the one that `TOWER_CLOCK` fixes so that a run can be repeated.
  private func clock(_ deployment: Deployment) throws -> Clock {
    guard let text = environment["TOWER_CLOCK"] else {
      return .system(utcOffsetHours: deployment.utcOffsetHours)
    }
    do {
      return .fixed(try Instant(text), utcOffsetHours: deployment.utcOffsetHours)
    } catch {
      throw TowerError(.usage, "TOWER_CLOCK: \(error)")
    }
  }
}

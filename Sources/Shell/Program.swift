internal import Configuration
internal import Glibc
public import Kernel
internal import Vocabulary

/// The program: finds the configuration, puts the deployment together, and runs one command or a
/// session.
public struct Program: Sendable {
  /// The version of the program.
  public static let version = "0.1.0"

  private let modules: [any Module.Type]
  let environment: [String: String]
  /// Stops what runs at ctrl-C; nil leaves the signal to the process that embeds the program.
  var watch: InterruptWatch?

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

  /// Runs one command by the words of a command line, without the program's name; no words, and
  /// `--help`, list the commands.
  public func run(_ words: [String]) -> Outcome {
    var output: [UInt8] = []
    var messages = ""
    let status = run(words) {
      output += $0
    } messages: {
      messages += $0
    }
    return Outcome(
      output: String(decoding: output, as: UTF8.self), messages: messages, status: status)
  }

  private func run(
    _ words: [String], results: @escaping (UnsafeRawBufferPointer) throws -> Void,
    messages: (String) -> Void
  ) -> ExitStatus {
    do {
      let ending = try answer(words, to: results)
      messages(ending.messages.map { $0 + "\n" }.joined())
      return ending.status
    } catch is Terminal.ReaderGone {
      // Who reads only the beginning (`| head`) has what was wanted.
      return .ok
    } catch {
      messages("\(error)\n")
      return ExitStatus(of: error)
    }
  }

  private func answer(
    _ words: [String], to results: @escaping (UnsafeRawBufferPointer) throws -> Void
  ) throws -> Dispatcher.Ending {
    let (options, rest) = try CommandLineParser.globalOptions(words)
    guard rest != ["--version"] else {
      let version = Array("tower \(Program.version)\n".utf8)
      try version.withUnsafeBytes(results)
      return Dispatcher.Ending(status: .ok, messages: [])
    }
    let tower = try deployment(options)
    let help = rest.isEmpty ? ["help"] : Program.helpWords(rest)
    let words = try help.map(SessionOptions(options).words(around:)) ?? words
    return try whileRunning(tower) { try Dispatcher(tower).run(words, to: results) }
  }

  /// Runs one command, or a session over lines where the words name no command or `shell`.
  ///
  /// - Parameters:
  ///   - words: the words of a command line, without the program's name.
  ///   - console: where results and messages go.
  ///   - lines: makes the source of the lines of a session.
  /// - Returns: the exit code.
  func run(_ words: [String], console: Console, lines: (Tower) -> any LineSource) -> ExitStatus {
    guard Program.opensSession(words) else {
      return run(words, results: console.write, messages: console.writeError)
    }
    do {
      let (options, _) = try CommandLineParser.globalOptions(words)
      let tower = try deployment(options)
      return try whileRunning(tower) {
        var session = Session(
          tower: tower, options: options, lines: lines(tower), console: console)
        return session.run()
      }
    } catch {
      console.writeError("\(error)\n")
      return ExitStatus(of: error)
    }
  }

  /// Whether the words, global options aside, open a session.
  static func opensSession(_ words: [String]) -> Bool {
    guard let rest = try? CommandLineParser.globalOptions(words).rest else { return false }
    return rest.isEmpty || rest == ["shell"]
  }

  /// The words that explain a command, where `--help` or `-h` stands in place of its arguments.
  static func helpWords(_ words: [String]) -> [String]? {
    let isAsked = words.prefix { $0 != "--" }.contains("--help") || words.last == "-h"
    return isAsked ? ["help"] + words.prefix { !$0.hasPrefix("-") } : nil
  }

  private func whileRunning<T>(_ tower: Tower, _ body: () throws -> T) throws -> T {
    guard let watch else { return try tower.whileRunning(body) }
    return try watch.whileWatching(tower) { try tower.whileRunning(body) }
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

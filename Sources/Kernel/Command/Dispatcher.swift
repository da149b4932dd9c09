internal import Store
internal import Vocabulary

/// Runs commands by their words: for the command line, the shell and batch steps alike.
public struct Dispatcher: Sendable {
  private let tower: Tower

  /// Makes a dispatcher of a running tower.
  public init(_ tower: Tower) { self.tower = tower }

  /// What is left of a run whose answer is written: the messages for the error stream, each a line.
  public struct Ending: Sendable {
    /// How the command ended.
    public let status: ExitStatus
    /// What the reader must know, where the format does not carry it.
    public let messages: [String]

    /// Ends a run.
    public init(status: ExitStatus, messages: [String]) {
      self.status = status
      self.messages = messages
    }
  }

  /// Reads the words, runs the command and keeps its answer in memory; with `--out` it is written to the
  /// file as well.
  ///
  /// - Throws: `TowerError` for a wrong command line; what the command throws.
  public func run(_ words: [String]) throws -> (result: CommandResult, options: GlobalOptions) {
    let parsed = try parse(words)
    let collected = CollectedAnswer()
    var result = try run(parsed, AnswerStream(collected, nil))
    result.tables = collected.tables
    result.text = collected.text
    if parsed.options.file != nil {
      try write(parsed.options, to: { _ in }) { stream in
        try stream.finish(result)
        return result
      }
    }
    return (result, parsed.options)
  }

  /// Reads the words, runs the command and writes its answer as it comes.
  ///
  /// - Parameter target: takes the bytes for the standard output, whole rows at a time.
  /// - Throws: `TowerError` for a wrong command line, and where the answer broke off; what the command
  ///   throws; what the target throws.
  public func run(
    _ words: [String], to target: @escaping (UnsafeRawBufferPointer) throws -> Void
  ) throws -> Ending {
    let parsed = try parse(words)
    let options = parsed.options
    let (result, tables) = try write(options, to: target) { try run(parsed, $0) }
    let notes = options.isQuiet || options.format.carriesNotes(of: result) ? [] : result.notes
    let isToldApart = options.showsFacts && !options.format.carriesFacts
    let facts = isToldApart ? AnswerFacts(result, tables).lines : []
    let written = options.isQuiet ? nil : options.file.map { Dispatcher.told($0, tables) }
    return Ending(
      status: result.status, messages: notes + facts + [written].compactMap { $0 })
  }

  private static func told(_ file: String, _ tables: [WrittenTable]) -> String {
    let rows = tables.map { $0.rowCount == 1 ? "1 row" : "\($0.rowCount) rows" }
    return "\(file): " + (rows.isEmpty ? "written" : rows.joined(separator: ", "))
  }

  private func parse(_ words: [String]) throws -> ParsedCommandLine {
    let parsed = try CommandLineParser(commands: tower.registry.commands).parse(words)
    if parsed.command.effect == .writes { try tower.prepareStore() }
    return parsed
  }

  /// Runs the command, and ends the stream with what it answers.
  private func run(_ parsed: ParsedCommandLine, _ stream: AnswerStream) throws -> CommandResult {
    let invocation = Invocation(
      arguments: Arguments(try resolved(parsed.arguments.all, of: parsed.command.parameters)),
      tower: tower, options: parsed.options, answer: stream)
    var result = try parsed.command.run(invocation)
    result.asOf = result.asOf ?? invocation.options.asOf ?? tower.clock.today
    try stream.finish(result)
    return result
  }

  @discardableResult
  private func write(
    _ options: GlobalOptions, to target: @escaping (UnsafeRawBufferPointer) throws -> Void,
    _ body: (AnswerStream) throws -> CommandResult
  ) throws -> (CommandResult, [WrittenTable]) {
    guard let path = options.file else {
      let stream = try AnswerStream(
        options.format, showsFacts: options.showsFacts, stopRequest: tower.stopRequest, to: target)
      return (try Dispatcher.whole(stream, body), stream.tables)
    }
    var file = try AnswerFile(path)
    let stream =
      options.format == .xlsx
      ? AnswerStream(
        try WorkbookFormat(path: file.partialPath), nil, digestsRows: true,
        stopRequest: tower.stopRequest)
      : try AnswerStream(
        options.format, showsFacts: options.showsFacts, stopRequest: tower.stopRequest,
        to: file.target)
    let result = try body(stream)
    try file.keep()
    return (result, stream.tables)
  }

  /// Says of an answer that broke off, when some of it has left, that it is not whole.
  private static func whole(
    _ stream: AnswerStream, _ body: (AnswerStream) throws -> CommandResult
  ) throws -> CommandResult {
    do {
      return try body(stream)
    } catch let error as Terminal.ReaderGone {
      throw error
    } catch  where stream.hasLeft {
      throw TowerError(
        ExitStatus(of: error), "\(error)",
        hints: ["the answer broke off here: what was written before is not all of it"])
    }
  }

  /// Puts the identifier of the value domain in place of each name that means it.
  func resolved(_ given: [String: [ArgumentValue]], of parameters: [Parameter]) throws -> [String:
    [ArgumentValue]]
  {
    var values = given
    var faults: [String] = []
    for parameter in parameters {
      guard case .entity(let name, let extra) = parameter.type, let given = values[parameter.name]
      else { continue }
      guard let domain = tower.registry.domain(name) else {
        throw TowerError(.usage, "no enabled module knows the names of '\(name)'")
      }
      let entries = try tower.read { try domain.entries($0) }
      guard !entries.isEmpty else {
        throw TowerError(.failed, "the store knows no \(name) yet", hints: [domain.fillHint])
      }
      values[parameter.name] = given.map { value in
        guard case .text(let text) = value, !extra.contains(text) else { return value }
        if let identifier = domain.identifier(of: text, in: entries) { return .text(identifier) }
        let near = nearest(to: text, in: entries.flatMap { [$0.identifier] + $0.names } + extra)
        let hint = near.isEmpty ? "" : "; did you mean \(near.joined(separator: " or "))?"
        faults.append("--\(parameter.name): '\(text)' is not a known \(name)\(hint)")
        return value
      }
    }
    guard faults.isEmpty else { throw TowerError(.usage, faults.joined(separator: "\n")) }
    return values
  }
}

extension ValueDomain {
  /// The identifier that a name means: the identifier itself, or one of its names, in any case.
  fileprivate func identifier(of text: String, in entries: [Entry]) -> String? {
    let wanted = text.lowercased()
    let exact = entries.first { $0.identifier.lowercased() == wanted }
    let named = entries.first { $0.names.contains { $0.lowercased() == wanted } }
    return (exact ?? named)?.identifier
  }
}

internal import Configuration
internal import Kernel

extension Job {
  /// Reads a job file with what it includes, and checks every command line in it against the declared
  /// commands, those of disabled modules included.
  ///
  /// - Parameter given: the values of parameters that will be given, for checking.
  /// - Throws: `ConfigurationError` with every fault of the files, each at its place.
  static func load(path: String, registry: Registry, given: [String: String] = [:]) throws -> Job {
    var digests = [try ByteStream.sha256(path: path)]
    let node = try YAML.load(path: path)
    var faults: [Diagnostic] = []
    let values = schema.decode(node, collecting: &faults)
    var parts: [(node: Node, values: SettingValues?)] = []
    for item in node.value("include")?.items ?? [] {
      guard let name = item.text else { continue }
      do {
        let part = try part(name, beside: path, item, &faults)
        parts.append((part.node, part.values))
        digests.append(part.digest)
      } catch let error as ConfigurationError {
        faults += error.diagnostics
      }
    }
    let parser = CommandLineParser(
      commands: registry.commands + registry.disabledCommands.map(\.command))
    var check = JobCheck(parser, given: given)
    faults += check.faults(of: node, parts: parts.map(\.node))
    guard let values, faults.isEmpty else { throw ConfigurationError(diagnostics: faults) }
    return try Job(
      values, parts: parts.compactMap(\.values), registry, parser, file: path,
      digest: digests.count == 1 ? digests[0] : Digest.of(digests.joined()))
  }

  private static func part(
    _ name: String, beside path: String, _ item: Node, _ faults: inout [Diagnostic]
  ) throws -> (node: Node, values: SettingValues?, digest: String) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let file = name.hasPrefix("/") ? name : folder + name
    guard let digest = try? ByteStream.sha256(path: file) else {
      throw ConfigurationError(diagnostics: [
        item.fault(inTextAt: 0, "the included file '\(file)' cannot be read")
      ])
    }
    let node = try YAML.load(path: file)
    return (node, partSchema.decode(node, collecting: &faults), digest)
  }

  private init(
    _ values: SettingValues, parts: [SettingValues], _ registry: Registry,
    _ parser: CommandLineParser, file: String, digest: String
  ) throws {
    let all = parts + [values]
    identifier = values.text("id")
    title = values.localized("title")
    parameters = all.flatMap { part in
      part.dictionaryOfMappings("parameters").map { JobParameter($0, $1) }
    }
    workers = values.integer("workers")
    pools = Dictionary(
      all.flatMap { $0.dictionaryOfIntegers("pools") }
    ) { _, last in last }
    let policy = FailurePolicy(rawValue: values.text("on-failure")) ?? .finish
    let written = all.flatMap { $0.mappings("steps") }
    var needs: [(step: String, needs: Set<String>)] = []
    for step in written {
      let before = needs.last.map { [$0.step] } ?? []
      needs.append(
        (step.text("id"), Set(step.origin(of: "needs") == nil ? before : step.texts("needs"))))
    }
    let byName = Dictionary(zip(needs, written).map { ($0.step, ($0.needs, $1)) }) { first, _ in
      first
    }
    steps = try StepOrder(needs: needs).sorted.enumerated().map { index, name in
      guard let (needs, step) = byName[name] else { preconditionFailure("every step has a name") }
      return try Step(
        step, position: index + 1, needs: needs.sorted(), policy: policy, registry, parser)
    }
    self.file = file
    self.digest = digest
  }
}

extension Job.Step {
  fileprivate init(
    _ values: SettingValues, position: Int, needs: [String], policy: Job.FailurePolicy,
    _ registry: Registry, _ parser: CommandLineParser
  ) throws {
    let texts = try commandLineWords(values.text("run"))
    // Not `parse`: a file that an earlier step makes is not there yet, and a reference has no value.
    let command = try? parser.find(texts).command
    identifier = values.text("id")
    self.position = position
    title = values.optionalLocalized("title")
    line = values.text("run").split(whereSeparator: \.isNewline).joined(separator: " ")
    words = try texts.map { try Template($0) }
    self.needs = needs
    items = values.optionalMapping("for-each").map { items in
      items.optionalText("query").map { .question($0) } ?? .list(items.texts("list"))
    }
    condition = values.optionalMapping("when").map { Job.Condition($0) }
    retry =
      values.optionalMapping("retry").map { retry in
        Job.Retry(
          attempts: retry.integer("attempts"), classes: Set(retry.texts("on")),
          wait: retry.number("wait-seconds"), factor: retry.number("factor"))
      } ?? Job.Retry()
    timeout = values.optionalNumber("timeout-seconds")
    onFailure = values.optionalText("on-failure").flatMap(Job.FailurePolicy.init) ?? policy
    pool = values.optionalText("pool")
    save = try values.optionalText("save").map { try Template($0) }
    artefacts = try values.dictionaryOfTexts("artefacts").map { ($0, try Template($1)) }
    ownOptions = Set(GlobalOptions.names(in: texts).map(\.name))
    effect = command?.effect ?? .reads
    alwaysRuns = command?.alwaysRuns ?? false
    disabledModule =
      registry.disabledCommands.first { $0.command.name == command?.name }?.module
    isShown = values.flag("show")
  }
}

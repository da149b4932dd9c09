internal import Kernel
internal import Store
internal import Vocabulary

extension Completer {
  func commandCompletion(of end: LineEnd) -> Completion {
    var words = end.words
    if words.first == "tower" { words.removeFirst() }
    if words.first == "help" {
      return Completion(word: end.raw, candidates: nextWords(Array(words.dropFirst()), end.text))
    }
    if let option = words.first.flatMap({ sessionOption($0) }), words.count == 1 {
      return Completion(word: end.raw, candidates: values(of: option.type, end.text) + ["default"])
        .narrowed(to: end.text)
    }
    var candidates = nextWords(words, end.text)
    guard let (command, given) = command(words) else {
      if words.isEmpty { candidates += firstWords(end.text) }
      return Completion(word: end.raw, candidates: Set(candidates).sorted())
    }
    let parameters = command.everyParameter
    if let parameter = valueParameter(given, parameters) {
      if case .queryParameter = parameter.type { return queryParameters(given, end) }
      return valueCompletion(parameter.type, end)
    }
    if end.text.hasPrefix("--") {
      return Completion(word: end.raw, candidates: options(parameters, given, end.text))
    }
    guard let parameter = positional(command, given, parameters) else {
      return Completion(word: end.raw, candidates: candidates)
    }
    let completion = valueCompletion(parameter.type, end)
    return candidates.isEmpty
      ? completion : Completion(word: end.raw, candidates: candidates + completion.candidates)
  }

  // MARK: Words

  /// What can stand next in the name of a command.
  private func nextWords(_ words: [String], _ prefix: String) -> [String] {
    let start = words.map { $0 + " " }.joined()
    let next = commands.map(\.name).filter { $0.hasPrefix(start) }
      .compactMap { $0.dropFirst(start.count).split(separator: " ").first.map(String.init) }
    return Set(next.filter { $0.hasPrefix(prefix) }).sorted()
  }

  private func firstWords(_ prefix: String) -> [String] {
    let isUpper = !prefix.isEmpty && prefix == prefix.uppercased()
    let openings = ["EXPLAIN", "SELECT", "VALUES", "WITH"].map { isUpper ? $0 : $0.lowercased() }
    return (SessionWord.all.map(\.name) + openings).filter { $0.hasPrefix(prefix) }
  }

  private func sessionOption(_ word: String) -> Parameter? {
    SessionOptions.changeable.first { $0.name == word }
  }

  private func command(_ words: [String]) -> (command: Command, given: [String])? {
    for length in stride(from: min(3, words.count), through: 1, by: -1) {
      let name = words[..<length].joined(separator: " ")
      if let command = commands.first(where: { $0.name == name }) {
        return (command, Array(words[length...]))
      }
    }
    return nil
  }

  // MARK: Parameters

  private func options(_ parameters: [Parameter], _ given: [String], _ prefix: String) -> [String] {
    parameters.filter { parameter in
      !parameter.isPositional
        && (parameter.isRepeated || !given.contains { $0.isOption(parameter.name) })
    }.map { "--" + $0.name }.filter { $0.hasPrefix(prefix) }.sorted()
  }

  /// The option whose value stands at the cursor.
  private func valueParameter(_ given: [String], _ parameters: [Parameter]) -> Parameter? {
    guard let last = given.last, last.hasPrefix("--") else { return nil }
    return parameters.first { parameter in
      guard !parameter.isPositional, last == "--" + parameter.name else { return false }
      if case .flag = parameter.type { return false }
      return true
    }
  }

  /// The positional parameter at the cursor.
  private func positional(_ command: Command, _ given: [String], _ parameters: [Parameter])
    -> Parameter?
  {
    var count = 0
    var isValue = false
    for word in given {
      if isValue {
        isValue = false
      } else if word.hasPrefix("--") {
        isValue = valueParameter([word], parameters) != nil
      } else {
        count += 1
      }
    }
    let positional = command.parameters.filter(\.isPositional)
    if count < positional.count { return positional[count] }
    return positional.last.flatMap { $0.isRepeated ? $0 : nil }
  }

  // MARK: Values

  private func valueCompletion(_ type: ParameterType, _ end: LineEnd) -> Completion {
    switch type {
    case .existingFile, .path: FileNames.completion(of: end)
    default: Completion(word: end.raw, candidates: values(of: type, end.text))
    }
  }

  private func values(of type: ParameterType, _ prefix: String) -> [String] {
    switch type {
    case .choice(let names): names.filter { $0.hasPrefix(prefix) }
    case .flag: ["false", "true"].filter { $0.hasPrefix(prefix) }
    case .entity(let domain, let extra): entityNames(domain, extra, prefix)
    case .product: entityNames("product", [], prefix)
    case .query: index("query") { queries.map(\.identifier) }.names(beginning: prefix)
    case .subject, .subjectName:
      index("subject:") {
        tower.registry.kindsWithNames.flatMap { kind in
          entries(of: kind.domain).map { "\(kind.kind):\($0.identifier)" }
        }
      }.names(beginning: prefix)
    default: []
    }
  }

  private var queries: [NamedQuery] { (try? tower.namedQueries()) ?? [] }

  /// The parameters of the named query on the line, and behind the equals sign the values of one.
  private func queryParameters(_ given: [String], _ end: LineEnd) -> Completion {
    let parameters = queries.first { given.contains($0.identifier) }?.parameters ?? []
    guard let sign = end.text.firstIndex(of: "=") else {
      let names = parameters.map { $0.name + "=" }.filter { $0.hasPrefix(end.text) }
      return Completion(word: end.raw, candidates: names.sorted(), ending: "")
    }
    let name = String(end.text[..<sign])
    let prefix = String(end.text[end.text.index(after: sign)...])
    let known = parameters.first { $0.name == name }.map { values(of: $0.type, prefix) } ?? []
    return Completion(word: end.raw, candidates: known.map { name + "=" + $0 })
  }

  /// Identifiers, and once something is typed also the other names in any language.
  private func entityNames(_ domain: String, _ extra: [String], _ prefix: String) -> [String] {
    let found =
      prefix.isEmpty
      ? index("identifier:" + domain) { entries(of: domain).map(\.identifier) }
      : index("name:" + domain) { entries(of: domain).flatMap { [$0.identifier] + $0.names } }
    let names = found.names(beginning: prefix)
    let others = extra.filter { $0.hasPrefix(prefix) }
    return others.isEmpty ? names : (others + names)
  }
}

extension String {
  fileprivate func isOption(_ name: String) -> Bool {
    self == "--" + name || hasPrefix("--" + name + "=")
  }
}

extension Completion {
  fileprivate func narrowed(to text: String) -> Completion {
    Completion(word: word, candidates: candidates.filter { $0.hasPrefix(text) })
  }
}

extension Registry {
  /// The kinds of subjects whose identifiers a value domain knows.
  fileprivate var kindsWithNames: [SubjectKind] {
    entries.flatMap(\.descriptor.subjectKinds).filter { domain($0.domain) != nil }
  }
}

internal import Configuration
internal import Kernel
internal import Vocabulary

/// Finds the faults of a job that its schema alone cannot see, at the words that are wrong.
///
/// It walks the documents themselves and not their decoded values, so that a file with other faults
/// still has its command lines checked.
struct JobCheck {
  private let parser: CommandLineParser
  /// The parameters of the job: the value that each will have, nil where it is not known.
  private var parameters: [String: String?] = [:]
  private var pools: Set<String> = []
  private var stepNames: [String] = []
  /// The places where earlier steps may write: a file there may be missing before the job runs.
  private var outputs: [String] = []
  private var stepLines: [String: Mark] = [:]
  private var needs: [String: Set<String>] = [:]
  private var previous: String?

  /// Makes a check.
  ///
  /// - Parameter given: the values given for parameters, by name.
  init(_ parser: CommandLineParser, given: [String: String] = [:]) {
    self.parser = parser
    self.given = given
  }

  private let given: [String: String]

  /// The faults of a job, that includes parts.
  ///
  /// - Parameters:
  ///   - job: the document.
  ///   - parts: the documents that it includes, in their order.
  mutating func faults(of job: Node, parts: [Node] = []) -> [Diagnostic] {
    let documents = parts + [job]
    for document in documents { learn(document) }
    var faults: [Diagnostic] = []
    for pair in job.pairs where pair.key == "id" { faults += identifierFaults(pair.value) }
    for document in documents {
      for step in document.value("steps")?.items ?? [] { faults += stepFaults(step) }
    }
    return faults + circleFaults(documents)
  }

  /// Takes up the names that the steps may refer to.
  private mutating func learn(_ document: Node) {
    for pair in document.value("parameters")?.pairs ?? [] {
      parameters[pair.key] = .some(given[pair.key] ?? pair.value.value("default")?.text)
    }
    for pair in document.value("pools")?.pairs ?? [] { pools.insert(pair.key) }
    stepNames += (document.value("steps")?.items ?? []).compactMap { $0.value("id")?.text }
  }

  private mutating func stepFaults(_ step: Node) -> [Diagnostic] {
    let name = step.value("id")?.text
    // What it needs counts before what it says, wherever it stands in the mapping.
    var faults = needsFaults(step, name: name)
    let own = needs[name ?? ""] ?? []
    for pair in step.pairs {
      switch pair.key {
      case "id": faults += identifierFaults(pair.value) + repetitionFaults(pair.value)
      case "run": faults += lineFaults(pair.value, step: step, needs: own)
      case "save": faults += saveFaults(pair.value, step, own)
      case "artefacts":
        for file in pair.value.pairs { faults += templateFaults(file.value, step, own) }
      case "when": faults += conditionFaults(pair.value, own)
      case "pool":
        if let pool = pair.value.text, !pools.contains(pool) {
          faults.append(unknown(pair.value, "pool", pool, in: pools.sorted()))
        }
      default: break
      }
    }
    return faults
  }

  private func identifierFaults(_ node: Node) -> [Diagnostic] {
    guard let text = node.text else { return [] }
    let isSound =
      !text.isEmpty
      && text.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { part in
        !part.isEmpty
          && part.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
      }
    return isSound
      ? []
      : [
        node.fault(
          inTextAt: 0,
          "'\(text)' is not an identifier; write lower-case letters and digits, joined by hyphens")
      ]
  }

  private mutating func repetitionFaults(_ node: Node) -> [Diagnostic] {
    guard let text = node.text else { return [] }
    guard let mark = stepLines[text] else {
      stepLines[text] = node.mark
      return []
    }
    let place = mark.file == node.mark.file ? "" : " of \(mark.file)"
    return [
      node.fault(inTextAt: 0, "the step '\(text)' stands already in line \(mark.line)\(place)")
    ]
  }

  // MARK: needs

  private mutating func needsFaults(_ step: Node, name: String?) -> [Diagnostic] {
    defer { previous = name }
    guard let list = step.value("needs"), !list.isNull else {
      if let name, let previous, previous != name { needs[name, default: []].insert(previous) }
      return []
    }
    var faults: [Diagnostic] = []
    for item in list.items {
      guard let text = item.text else { continue }
      if text == name {
        faults.append(item.fault(inTextAt: 0, "the step '\(text)' cannot need itself"))
      } else if !stepNames.contains(text) {
        faults.append(unknown(item, "step", text, in: stepNames))
      } else if let name {
        needs[name, default: []].insert(text)
      }
    }
    return faults
  }

  /// A circle of needs, told once, at the step of it that stands first.
  private func circleFaults(_ documents: [Node]) -> [Diagnostic] {
    let circle = StepOrder(needs: stepNames.map { ($0, needs[$0] ?? []) }).circle
    guard let first = stepNames.first(where: circle.contains) else { return [] }
    let node = documents.lazy.flatMap { $0.value("steps")?.items ?? [] }
      .compactMap { $0.value("id") }.first { $0.text == first }
    let names = circle.map { "'\($0)'" }.joined(separator: ", ")
    return node.map { [$0.fault(inTextAt: 0, "the steps need each other in a circle: \(names)")] }
      ?? []
  }

  private func conditionFaults(_ node: Node, _ needs: Set<String>) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    if let item = node.value("parameter"), let name = item.text, parameters[name] == nil {
      faults.append(unknown(item, "parameter", name, in: parameters.keys.sorted()))
    }
    if let item = node.value("step"), let name = item.text {
      faults += stepReferenceFaults(item, at: 0, name, needs)
    }
    return faults
  }

  private func stepReferenceFaults(
    _ node: Node, at offset: Int, _ name: String, _ needs: Set<String>
  ) -> [Diagnostic] {
    guard stepNames.contains(name) else {
      return [unknown(node, at: offset, "step", name, in: stepNames)]
    }
    guard !needsOf(needs).contains(name) else { return [] }
    return [
      node.fault(
        inTextAt: offset, "the step does not need '\(name)', so that it may not be over by then")
    ]
  }

  /// The steps that some steps need, over any number of others, with themselves.
  private func needsOf(_ steps: Set<String>) -> Set<String> {
    var all = steps
    var open = Array(steps)
    while let step = open.popLast() {
      for need in needs[step] ?? [] where all.insert(need).inserted { open.append(need) }
    }
    return all
  }

  // MARK: command lines and templates

  private mutating func lineFaults(_ node: Node, step: Node, needs: Set<String>) -> [Diagnostic] {
    guard let text = node.text else { return [] }
    do throws(UnclosedQuote) {
      let words = try placedCommandLineWords(text)
      guard !words.isEmpty else { return [node.fault(inTextAt: 0, "the command line is empty")] }
      var faults: [Diagnostic] = []
      let known = words.map { word in
        let (value, found) = self.text(
          of: word.text, in: node, at: word.offset, isForEach: step.value("for-each") != nil, needs)
        faults += found
        return (word: word, value: value)
      }
      let isShown = step.value("show")?.text == "true"
      return faults
        + wordFaults(known.map { ($0.value ?? "?", $0.value != nil) }, isShown: isShown).map {
          place, message in node.fault(inTextAt: words[place].offset, message)
        }
    } catch {
      return [node.fault(inTextAt: error.offset, "the quote \(error.quote) is not closed")]
    }
  }

  private mutating func wordFaults(_ words: [(text: String, isKnown: Bool)], isShown: Bool)
    -> [(place: Int, message: String)]
  {
    let texts = words.map(\.text)
    guard words[0].isKnown else { return [(0, "the name of a command cannot be a reference")] }
    guard texts[0] != "tower" else { return [(0, "write the command line without 'tower'")] }
    let (parsed, found) = parser.check(texts)
    var faults = found.filter { fault in
      // What is not known before the job runs is checked when it is.
      !isExcused(fault) && fault.word.map { words[$0].isKnown } ?? true
    }.map { ($0.word ?? 0, $0.message) }
    for (name, place) in GlobalOptions.names(in: texts) {
      switch name {
      case "store", "config":
        faults.append((place, "a step runs on the job's own --\(name); give it to 'batch run'"))
      case "format" where !isShown:
        faults.append((place, "the result of the step is not printed; add 'show: true'"))
      default: break
      }
    }
    if let parsed { outputs += JobCheck.outputs(of: parsed) }
    return faults
  }

  /// The text of a word once its references have their values; nil when one is not known yet.
  private func text(
    of word: String, in node: Node, at offset: Int, isForEach: Bool, _ needs: Set<String>
  ) -> (text: String?, faults: [Diagnostic]) {
    do throws(Template.Fault) {
      let template = try Template(word)
      var faults: [Diagnostic] = []
      for reference in template.references {
        switch reference {
        case .parameter(let name) where parameters[name] == nil:
          faults.append(
            unknown(node, at: offset, "parameter", name, in: parameters.keys.sorted()))
        case .output(let step): faults += stepReferenceFaults(node, at: offset, step, needs)
        case .item where !isForEach:
          faults.append(
            node.fault(inTextAt: offset, "there is no ${item} in a step without 'for-each'"))
        default: break
        }
      }
      let text = template.text { reference in
        if case .parameter(let name) = reference { parameters[name] ?? nil } else { nil }
      }
      return (faults.isEmpty ? text : nil, faults)
    } catch {
      return (nil, [node.fault(inTextAt: offset + error.offset, error.message)])
    }
  }

  private func templateFaults(_ node: Node, _ step: Node, _ needs: Set<String>) -> [Diagnostic] {
    guard let text = node.text else { return [] }
    return self.text(
      of: text, in: node, at: 0, isForEach: step.value("for-each") != nil, needs
    ).faults
  }

  private mutating func saveFaults(_ node: Node, _ step: Node, _ needs: Set<String>) -> [Diagnostic]
  {
    guard let text = node.text else { return [] }
    outputs.append(text)
    let faults = templateFaults(node, step, needs)
    guard faults.isEmpty, SavedAnswer.format(of: text) == nil else { return faults }
    return [
      node.fault(
        inTextAt: 0,
        "the name of the file ends with none of "
          + SavedAnswer.endings.map { "." + $0 }.joined(separator: ", "))
    ]
  }

  private func isExcused(_ fault: CommandLineFault) -> Bool {
    guard let file = fault.missingFile else { return false }
    return outputs.contains { file == $0 || file.hasPrefix($0 + "/") }
  }

  private static func outputs(of parsed: ParsedCommandLine) -> [String] {
    parsed.command.parameters.flatMap { parameter -> [String] in
      if case .path = parameter.type { parsed.arguments.texts(parameter.name) } else { [] }
    }
  }

  private func unknown(
    _ node: Node, at offset: Int = 0, _ kind: String, _ name: String, in names: [String]
  ) -> Diagnostic {
    node.fault(
      inTextAt: offset, "there is no \(kind) '\(name)'", suggestions: nearest(to: name, in: names))
  }
}

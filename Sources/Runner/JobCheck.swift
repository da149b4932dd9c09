internal import Configuration
internal import Kernel
internal import Vocabulary

/// Finds the faults of a job that its schema alone cannot see, at the words that are wrong.
///
/// It walks the document itself and not its decoded values, so that a file with other faults still
/// has its command lines checked.
struct JobCheck {
  private let parser: CommandLineParser
  /// The places where earlier steps may write: a file there may be missing before the job runs.
  private var outputs: [String] = []
  private var stepLines: [String: Int] = [:]

  init(_ parser: CommandLineParser) {
    self.parser = parser
  }

  /// The faults of a job.
  mutating func faults(of job: Node) -> [Diagnostic] {
    guard case .mapping(let pairs) = job.content else { return [] }
    var faults: [Diagnostic] = []
    for pair in pairs {
      if pair.key == "id" { faults += identifierFaults(pair.value) }
      guard pair.key == "steps", case .sequence(let steps) = pair.value.content else { continue }
      for step in steps { faults += stepFaults(step) }
    }
    return faults
  }

  private mutating func stepFaults(_ step: Node) -> [Diagnostic] {
    guard case .mapping(let pairs) = step.content else { return [] }
    let isShown = pairs.contains { pair in
      if case .scalar("true", false) = pair.value.content { pair.key == "show" } else { false }
    }
    var faults: [Diagnostic] = []
    for pair in pairs {
      switch pair.key {
      case "id": faults += identifierFaults(pair.value) + repetitionFaults(pair.value)
      case "run": faults += lineFaults(pair.value, isShown: isShown)
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
    guard let line = stepLines[text] else {
      stepLines[text] = node.mark.line
      return []
    }
    return [node.fault(inTextAt: 0, "the step '\(text)' stands already in line \(line)")]
  }

  private mutating func lineFaults(_ node: Node, isShown: Bool) -> [Diagnostic] {
    guard let text = node.text else { return [] }
    do throws(UnclosedQuote) {
      let words = try placedCommandLineWords(text)
      guard !words.isEmpty else { return [node.fault(inTextAt: 0, "the command line is empty")] }
      return wordFaults(words, isShown: isShown).map { place, message in
        node.fault(inTextAt: words[place].offset, message)
      }
    } catch {
      return [node.fault(inTextAt: error.offset, "the quote \(error.quote) is not closed")]
    }
  }

  private mutating func wordFaults(_ words: [CommandLineWord], isShown: Bool)
    -> [(place: Int, message: String)]
  {
    let texts = words.map(\.text)
    guard texts[0] != "tower" else { return [(0, "write the command line without 'tower'")] }
    let (parsed, found) = parser.check(texts)
    var faults = found.filter { !isExcused($0) }.map { ($0.word ?? 0, $0.message) }
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

  private func isExcused(_ fault: CommandLineFault) -> Bool {
    guard let file = fault.missingFile else { return false }
    return outputs.contains { file == $0 || file.hasPrefix($0 + "/") }
  }

  private static func outputs(of parsed: ParsedCommandLine) -> [String] {
    parsed.command.parameters.flatMap { parameter -> [String] in
      if case .path = parameter.type { parsed.arguments.texts(parameter.name) } else { [] }
    }
  }
}

extension Node {
  /// The text of a scalar that says something; nil for a key without a value, which the schema
  /// reports.
  fileprivate var text: String? {
    guard case .scalar(let text, let isQuoted) = content, isQuoted || !text.isEmpty else {
      return nil
    }
    return text
  }
}

internal import Vocabulary

/// A word of a command line with its place, counted from 0.
typealias PlacedWord = (place: Int, text: String)

/// Reads words into the values of declared parameters and gathers every fault.
struct WordScanner {
  private let parameters: [Parameter]
  private var values: [String: [ArgumentValue]] = [:]
  private var faults: [CommandLineFault] = []
  /// The options that were meant by misspelt ones.
  private var misspelt: Set<String> = []

  init(_ parameters: [Parameter]) {
    self.parameters = parameters
  }

  /// Takes `--name value`, `--name=value` and `--flag`; gives back the words that are no options.
  mutating func takeOptions(_ words: [PlacedWord], keepsUnknown: Bool) -> [PlacedWord] {
    var rest: [PlacedWord] = []
    var waiting = words[...]
    while let word = waiting.popFirst() {
      guard word.text.hasPrefix("--") else {
        rest.append(word)
        continue
      }
      // What follows is taken as it is.
      guard word.text != "--" else { return rest + (keepsUnknown ? [word] : []) + waiting }
      let parts = word.text.dropFirst(2).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts.first ?? "")
      let value = parts.count == 2 ? (word.place, String(parts[1])) : nil
      if let parameter = parameters.first(where: { $0.name == name && !$0.isPositional }) {
        takeOption(parameter, at: word.place, value, from: &waiting)
      } else if keepsUnknown {
        rest.append(word)
      } else if refuse(name, at: word.place), value == nil {
        // What stands behind a misspelt option is its value, not a fault of its own.
        if let next = waiting.first, !next.text.hasPrefix("--") { waiting.removeFirst() }
      }
    }
    return rest
  }

  private mutating func takeOption(
    _ parameter: Parameter, at place: Int, _ value: PlacedWord?,
    from waiting: inout ArraySlice<PlacedWord>
  ) {
    if case .flag = parameter.type {
      take(value ?? (place, "true"), for: parameter)
    } else if let value = value ?? waiting.popFirst() {
      take(value, for: parameter)
    } else {
      fail(place, "--\(parameter.name) needs a value: \(parameter.type.placeholder)")
    }
  }

  /// Gives the words to the positional parameters, in their order.
  mutating func takePositional(_ words: [PlacedWord]) {
    var waiting = parameters.filter(\.isPositional)[...]
    for word in words {
      guard let parameter = waiting.first else {
        fail(word.place, "'\(word.text)' is one word too many")
        continue
      }
      take(word, for: parameter)
      if !parameter.isRepeated { waiting.removeFirst() }
    }
  }

  /// Adds the defaults and gives the values with every fault.
  func finished() -> (arguments: Arguments, faults: [CommandLineFault]) {
    var complete = values
    var faults = faults
    for parameter in parameters where complete[parameter.name] == nil {
      switch parameter.presence {
      case .required where !hasFault(parameter):
        faults.append(
          CommandLineFault(word: nil, "\(parameter.usage) is missing: \(parameter.doc)"))
      case .defaulted(let text):
        if let value = try? parameter.type.read(text) { complete[parameter.name] = [value] }
      default: break
      }
    }
    return (Arguments(complete), faults)
  }

  private mutating func take(_ word: PlacedWord, for parameter: Parameter) {
    if values[parameter.name] != nil, !parameter.isRepeated {
      return fail(word.place, "--\(parameter.name) is given twice")
    }
    do {
      values[parameter.name, default: []].append(try parameter.type.read(word.text))
    } catch {
      let label = parameter.isPositional ? parameter.name.uppercased() : "--\(parameter.name)"
      var isFile = false
      if case .existingFile = parameter.type { isFile = !word.text.isEmpty }
      fail(word.place, "\(label): \(error)", missingFile: isFile ? word.text : nil)
    }
  }

  /// Refuses an unknown option; says whether the option that was meant takes a value.
  private mutating func refuse(_ name: String, at place: Int) -> Bool {
    let known = parameters.filter { !$0.isPositional }.map(\.name)
    let near = nearest(
      to: name, in: known + (GlobalOptions.parameters + [GlobalOptions.out]).map(\.name))
    let hint = near.isEmpty ? "" : "; did you mean --\(near.joined(separator: " or --"))?"
    fail(place, "there is no option --\(name)\(hint)")
    guard let meant = parameters.first(where: { $0.name == near.first && !$0.isPositional }) else {
      return false
    }
    misspelt.insert(meant.name)
    if case .flag = meant.type { return false }
    return true
  }

  private mutating func fail(_ place: Int, _ message: String, missingFile: String? = nil) {
    faults.append(CommandLineFault(word: place, message, missingFile: missingFile))
  }

  private func hasFault(_ parameter: Parameter) -> Bool {
    let label = parameter.isPositional ? parameter.name.uppercased() : "--\(parameter.name)"
    return misspelt.contains(parameter.name)
      || faults.contains {
        $0.message.hasPrefix(label + ":") || $0.message.hasPrefix(label + " needs")
      }
  }
}

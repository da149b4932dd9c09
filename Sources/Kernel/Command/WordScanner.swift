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
    var position = 0
    var isVerbatim = false
    while position < words.count {
      let word = words[position]
      position += 1
      guard word.text.hasPrefix("--"), !isVerbatim else {
        rest.append(word)
        continue
      }
      if word.text == "--" {
        isVerbatim = true
        if keepsUnknown { rest.append(word) }
        continue
      }
      let parts = word.text.dropFirst(2).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts.first ?? "")
      guard let parameter = parameters.first(where: { $0.name == name && !$0.isPositional }) else {
        guard !keepsUnknown else {
          rest.append(word)
          continue
        }
        // What stands behind a misspelt option is its value, not a fault of its own.
        if refuse(name, at: word.place), parts.count == 1, position < words.count,
          !words[position].text.hasPrefix("--")
        {
          position += 1
        }
        continue
      }
      if case .flag = parameter.type {
        take((word.place, parts.count == 2 ? String(parts[1]) : "true"), for: parameter)
      } else if parts.count == 2 {
        take((word.place, String(parts[1])), for: parameter)
      } else if position < words.count {
        take(words[position], for: parameter)
        position += 1
      } else {
        fail(word.place, "--\(name) needs a value: \(parameter.type.placeholder)")
      }
    }
    return rest
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
    let near = nearest(to: name, in: known + GlobalOptions.parameters.map(\.name))
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

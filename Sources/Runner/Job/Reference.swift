/// What a word of a job may refer to: `${parameters.NAME}`, `${steps.STEP.output}`, `${date}` and,
/// in a step that runs for each of several items, `${item}`.
enum Reference: Hashable, Sendable {
  case parameter(String)
  case output(step: String)
  case date
  case item

  /// Reads what stands between the braces; nil when it is none of the forms.
  init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    switch parts.count {
    case 1 where text == "date": self = .date
    case 1 where text == "item": self = .item
    case 2 where parts[0] == "parameters" && !parts[1].isEmpty: self = .parameter(parts[1])
    case 3 where parts[0] == "steps" && parts[2] == "output" && !parts[1].isEmpty:
      self = .output(step: parts[1])
    default: return nil
    }
  }
}

/// A text with references, such as a word of a command line.
struct Template: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    case text(String)
    case reference(Reference)
  }

  /// A fault of a template, at a character (Unicode scalar) of its text.
  struct Fault: Error, Hashable {
    let offset: Int
    let message: String
  }

  let parts: [Part]

  /// Reads a text.
  ///
  /// - Throws: `Fault` for a brace that is not closed and for what is no reference.
  init(_ text: String) throws(Fault) {
    var parts: [Part] = []
    var rest = text[...]
    while let start = rest.firstRange(of: "${") {
      if rest.startIndex < start.lowerBound {
        parts.append(.text(String(rest[..<start.lowerBound])))
      }
      let offset = text.unicodeScalars.distance(
        from: text.startIndex, to: start.lowerBound)
      guard let end = rest[start.upperBound...].firstIndex(of: "}") else {
        throw Fault(offset: offset, message: "the reference is not closed; write ${...}")
      }
      let inside = String(rest[start.upperBound..<end])
      guard let reference = Reference(inside) else {
        throw Fault(
          offset: offset,
          message: "'${\(inside)}' is no reference; write ${parameters.NAME}, "
            + "${steps.STEP.output}, ${date} or ${item}")
      }
      parts.append(.reference(reference))
      rest = rest[rest.index(after: end)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    self.parts = parts
  }

  /// What it refers to.
  var references: [Reference] {
    parts.compactMap { if case .reference(let reference) = $0 { reference } else { nil } }
  }

  /// The text with the values of its references; nil where one is not known.
  func text(_ value: (Reference) throws -> String?) rethrows -> String? {
    var text = ""
    for part in parts {
      switch part {
      case .text(let literal): text += literal
      case .reference(let reference):
        guard let value = try value(reference) else { return nil }
        text += value
      }
    }
    return text
  }
}

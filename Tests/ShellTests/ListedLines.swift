import Synchronization

@testable import Shell

/// The lines of a list, as a person or a pipe would give them.
final class ListedLines: LineSource {
  let isInteractive: Bool
  private var waiting: ArraySlice<LineReading>
  private(set) var prompts: [String] = []
  private(set) var remembered: [String] = []

  init(_ readings: [LineReading], isInteractive: Bool) {
    waiting = readings[...]
    self.isInteractive = isInteractive
  }

  convenience init(_ lines: [String], isInteractive: Bool) {
    self.init(lines.map(LineReading.line), isInteractive: isInteractive)
  }

  func next(prompt: String, completer: Completer, earlier: String) throws -> LineReading {
    prompts.append(prompt)
    return waiting.popFirst() ?? .end
  }

  func remember(_ entry: String) { remembered.append(entry) }
}

/// A console that keeps what is written.
final class KeptConsole: Sendable {
  private let texts = Mutex((output: "", messages: ""))

  var output: String { texts.withLock { $0.output } }
  var messages: String { texts.withLock { $0.messages } }

  var console: Console {
    Console(
      write: { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        self.texts.withLock { $0.output += text }
      },
      writeError: { text in self.texts.withLock { $0.messages += text } })
  }
}

internal import CYAML
internal import Glibc

/// YAML documents as trees of nodes with their places, read by libyaml.
public enum YAML {
  /// Reads a file.
  ///
  /// - Throws: `ConfigurationError` for a file that cannot be read or is not one YAML document.
  public static func load(path: String) throws(ConfigurationError) -> Node {
    guard let file = fopen(path, "rb") else {
      let reason = String(cString: strerror(errno))
      throw ConfigurationError(diagnostics: [
        Diagnostic(Mark(file: path, line: 1, column: 1), "cannot be read: \(reason)")
      ])
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes += chunk[..<count]
      guard bytes.count <= maximumSize else {
        throw ConfigurationError(diagnostics: [
          Diagnostic(
            Mark(file: path, line: 1, column: 1), "is larger than \(maximumSize) bytes")
        ])
      }
    }
    return try parse(bytes, file: path)
  }

  /// Reads a text.
  ///
  /// - Throws: `ConfigurationError` when it is not one YAML document.
  public static func parse(text: String, file: String) throws(ConfigurationError) -> Node {
    try parse(Array(text.utf8), file: file)
  }

  private static let maximumSize = 16 << 20

  private static func parse(_ bytes: [UInt8], file: String) throws(ConfigurationError) -> Node {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      let line = bytes.prefix { $0 < 0x80 }.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
      throw ConfigurationError(diagnostics: [
        Diagnostic(Mark(file: file, line: line, column: 1), "is not UTF-8 from about here on")
      ])
    }
    var parser = EventParser(bytes, file: file)
    let node = try parser.document()
    guard parser.faults.isEmpty else { throw ConfigurationError(diagnostics: parser.faults) }
    return node
  }
}

/// Builds the tree from libyaml's events; duplicate keys and aliases are gathered as faults.
private struct EventParser: ~Copyable {
  var faults: [Diagnostic] = []
  private var parser = yaml_parser_t()
  private var event = yaml_event_t()
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private let file: String
  private let lines: [Substring]
  private static let maximumDepth = 64

  init(_ content: [UInt8], file: String) {
    self.file = file
    lines = String(decoding: content, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.last == "\r" ? $0.dropLast() : $0 }
    bytes = .allocate(capacity: max(1, content.count))
    _ = bytes.initialize(from: content)
    yaml_parser_initialize(&parser)
    yaml_parser_set_input_string(&parser, bytes.baseAddress, content.count)
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
  }

  deinit {
    // Copies: a deinitializer cannot lend its members.
    var parser = parser
    var event = event
    yaml_event_delete(&event)
    yaml_parser_delete(&parser)
    bytes.deallocate()
  }

  mutating func document() throws(ConfigurationError) -> Node {
    try advance()  // stream start
    try advance()
    guard event.type == YAML_DOCUMENT_START_EVENT else {
      return Node(mark: mark, content: .mapping([]), sourceLine: "")
    }
    try advance()
    let node = try node(depth: 0)
    try advance()  // document end
    guard event.type == YAML_STREAM_END_EVENT else {
      throw fault("a second document begins here; one file holds one document")
    }
    return node
  }

  /// Reads the node whose first event is current, and moves behind it.
  private mutating func node(depth: Int) throws(ConfigurationError) -> Node {
    guard depth < EventParser.maximumDepth else {
      throw fault("is nested more than \(EventParser.maximumDepth) deep")
    }
    let start = mark
    let line = sourceLine(start)
    switch event.type {
    case YAML_SCALAR_EVENT:
      let content = Node.Content.scalar(scalarText(), isQuoted: tower_scalar_is_plain(&event) == 0)
      try advance()
      return Node(mark: start, content: content, sourceLine: line)
    case YAML_SEQUENCE_START_EVENT:
      try advance()
      var items: [Node] = []
      while event.type != YAML_SEQUENCE_END_EVENT { items.append(try node(depth: depth + 1)) }
      try advance()
      return Node(mark: start, content: .sequence(items), sourceLine: line)
    case YAML_MAPPING_START_EVENT:
      try advance()
      var pairs: [Node.Pair] = []
      var firstMarks: [String: Mark] = [:]
      while event.type != YAML_MAPPING_END_EVENT {
        let keyMark = mark
        guard event.type == YAML_SCALAR_EVENT else { throw fault("a key must be a plain word") }
        let key = scalarText()
        if let first = firstMarks[key] {
          faults.append(diagnostic(keyMark, "'\(key)' stands already in line \(first.line)"))
        }
        try advance()
        let value = try node(depth: depth + 1)
        guard firstMarks[key] == nil else { continue }
        firstMarks[key] = keyMark
        pairs.append(Node.Pair(key: key, mark: keyMark, value: value))
      }
      try advance()
      return Node(mark: start, content: .mapping(pairs), sourceLine: line)
    default:
      // An alias can make a short file grow without bound, and no file of ours needs one.
      throw fault("anchors and aliases are not used here; write the value out")
    }
  }

  private mutating func advance() throws(ConfigurationError) {
    yaml_event_delete(&event)
    guard yaml_parser_parse(&parser, &event) == 1 else {
      let place = parser.problem_mark
      let mark = Mark(file: file, line: Int(place.line) + 1, column: Int(place.column) + 1)
      let problem = parser.problem.map { String(cString: $0) } ?? "is not YAML"
      throw ConfigurationError(diagnostics: faults + [diagnostic(mark, problem)])
    }
  }

  private var mark: Mark {
    Mark(
      file: file, line: Int(event.start_mark.line) + 1, column: Int(event.start_mark.column) + 1)
  }

  private mutating func scalarText() -> String {
    var count = 0
    guard let start = tower_scalar_bytes(&event, &count) else { return "" }
    return start.withMemoryRebound(to: UInt8.self, capacity: count) {
      String(decoding: UnsafeBufferPointer(start: $0, count: count), as: UTF8.self)
    }
  }

  private func fault(_ message: String) -> ConfigurationError {
    ConfigurationError(diagnostics: faults + [diagnostic(mark, message)])
  }

  private func diagnostic(_ mark: Mark, _ message: String) -> Diagnostic {
    Diagnostic(mark, message, sourceLine: sourceLine(mark))
  }

  private func sourceLine(_ mark: Mark) -> String {
    lines.indices.contains(mark.line - 1) ? String(lines[mark.line - 1]) : ""
  }
}

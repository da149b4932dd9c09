internal import CYAML

/// Builds the tree of a document from libyaml's events.
///
/// It gathers the faults after which the structure can still be read; a fault of the structure
/// itself ends the reading.
final class EventParser {
  // libyaml keeps a pointer to its own parser, which therefore must never move: it lives on the heap.
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private let file: String
  private let lines: SourceLines
  private var faults: [Diagnostic] = []
  private static let maximumDepth = 64

  /// Prepares the reading of bytes that are UTF-8 without a byte order mark.
  init(_ content: [UInt8], file: String) {
    self.file = file
    lines = SourceLines(content)
    bytes = .allocate(capacity: content.count)
    _ = bytes.initialize(from: content)
    event.initialize(to: yaml_event_t())
    parser.initialize(to: yaml_parser_t())
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, content.count)
  }

  deinit {
    yaml_event_delete(event)
    yaml_parser_delete(parser)
    event.deallocate()
    parser.deallocate()
    bytes.deallocate()
  }

  /// Reads the whole file as one document.
  func document() throws(ConfigurationError) -> Node {
    try advance()  // to the start of the stream
    try advance()
    guard event.pointee.type == YAML_DOCUMENT_START_EVENT else {
      return Node(.mapping([]), at: place, isBlank: true)
    }
    try advance()
    let root = try node(depth: 0)
    try advance()  // past the end of the document
    if event.pointee.type != YAML_STREAM_END_EVENT {
      report("a second document begins here; one file holds one document")
    }
    return Node(
      root.isNull ? .mapping([]) : root.content, at: root.place, faults: faults,
      isBlank: root.isNull, lines: root.lines)
  }

  /// Reads the node whose first event is current, and moves behind it.
  private func node(depth: Int) throws(ConfigurationError) -> Node {
    guard depth < EventParser.maximumDepth else {
      throw end("is nested more than \(EventParser.maximumDepth) deep")
    }
    if isDecorated { report("anchors and tags are not used here; write the value alone") }
    let start = place
    switch event.pointee.type {
    case YAML_SCALAR_EVENT:
      let isQuoted = event.pointee.data.scalar.style != YAML_PLAIN_SCALAR_STYLE
      let content = Node.Content.scalar(scalarText, isQuoted: isQuoted)
      try advance()
      return Node(content, at: start, lines: lines)
    case YAML_SEQUENCE_START_EVENT:
      try advance()
      var items: [Node] = []
      while event.pointee.type != YAML_SEQUENCE_END_EVENT {
        items.append(try node(depth: depth + 1))
      }
      try advance()
      return Node(.sequence(items), at: start)
    case YAML_MAPPING_START_EVENT:
      try advance()
      let pairs = try pairs(depth: depth + 1)
      try advance()
      return Node(.mapping(pairs), at: start)
    default:
      report("aliases are not used here; write the value out")
      try advance()
      return Node(.scalar("", isQuoted: false), at: start, isRefused: true)
    }
  }

  private func pairs(depth: Int) throws(ConfigurationError) -> [Node.Pair] {
    var pairs: [Node.Pair] = []
    var lineOfKey: [String: Int] = [:]
    while event.pointee.type != YAML_MAPPING_END_EVENT {
      let keyPlace = place
      let key = try node(depth: depth)
      let value = try node(depth: depth)
      if key.isRefused { continue }
      guard case .scalar(let name, _) = key.content, !name.isEmpty else {
        faults.append(Diagnostic(keyPlace, "a key must be a word, found \(key.kind)"))
        continue
      }
      if let line = lineOfKey[name] {
        faults.append(Diagnostic(keyPlace, "'\(name)' stands already in line \(line)"))
        continue
      }
      lineOfKey[name] = keyPlace.mark.line
      pairs.append(Node.Pair(key: name, value: value, place: keyPlace))
    }
    return pairs
  }

  private func advance() throws(ConfigurationError) {
    yaml_event_delete(event)
    guard yaml_parser_parse(parser, event) == 1 else {
      throw ConfigurationError(diagnostics: faults + [syntaxFault])
    }
  }

  private var place: Place { place(event.pointee.start_mark) }

  private func place(_ mark: yaml_mark_t) -> Place {
    place(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }

  private func place(line: Int, column: Int) -> Place {
    Place(mark: Mark(file: file, line: line, column: column), sourceLine: lines[line])
  }

  private var scalarText: String {
    let scalar = event.pointee.data.scalar
    return String(
      decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
  }

  /// Whether the current event carries an anchor or a tag.
  private var isDecorated: Bool {
    let data = event.pointee.data
    switch event.pointee.type {
    case YAML_SCALAR_EVENT: return data.scalar.anchor != nil || data.scalar.tag != nil
    case YAML_SEQUENCE_START_EVENT:
      return data.sequence_start.anchor != nil || data.sequence_start.tag != nil
    case YAML_MAPPING_START_EVENT:
      return data.mapping_start.anchor != nil || data.mapping_start.tag != nil
    default: return false
    }
  }

  private func report(_ message: String) {
    faults.append(Diagnostic(place, message))
  }

  private func end(_ message: String) -> ConfigurationError {
    ConfigurationError(diagnostics: faults + [Diagnostic(place, message)])
  }

  /// What libyaml could not read, at its place.
  private var syntaxFault: Diagnostic {
    var problem = parser.pointee.problem.map { String(cString: $0) } ?? "is not YAML"
    // A character that YAML forbids is found before lines are counted: only its offset is known.
    if parser.pointee.error == YAML_READER_ERROR {
      let before = SourceLines(bytes.prefix(parser.pointee.problem_offset)).end
      return Diagnostic(place(line: before.line, column: before.column), problem)
    }
    if let context = parser.pointee.context {
      let line = parser.pointee.context_mark.line + 1
      problem += " (\(String(cString: context)), from line \(line))"
    }
    return Diagnostic(place(parser.pointee.problem_mark), problem)
  }
}

internal import CXML
internal import Kernel

/// Reads an XML file record by record, by libxml2's streaming reader.
///
/// Memory stays bounded by one record. A document type declaration is refused, so that no entity can
/// expand and nothing outside the file is ever read; so is a record without measure.
final class XMLStream {
  /// What comes next in the file.
  enum Item {
    /// An element around the records has begun; only its name and attributes are known.
    case opened(XMLElement)
    /// A record, whole.
    case record(XMLElement)
  }

  private static let maximumBytesOfRecord = 4 << 20
  private static let maximumDepth = 16
  private let file: String
  private let records: Set<String>
  private let input: XMLInput
  private let reader: xmlTextReaderPtr
  private var line = 1

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - file: its name, for errors.
  ///   - records: the names of the elements that are read as a whole.
  ///   - next: gives the next bytes, or nil at the end.
  init(file: String, records: Set<String>, next: @escaping () throws -> [UInt8]?) throws {
    self.file = file
    self.records = records
    input = XMLInput(next: next)
    xmlInitParser()
    let context = Unmanaged.passUnretained(input).toOpaque()
    let options = Int32(XML_PARSE_NONET.rawValue)
    guard
      let reader = xmlReaderForIO(
        { context, buffer, capacity in XMLInput.read(context, buffer, capacity) }, nil, context,
        nil, nil, options)
    else { throw TowerError(.failed, "\(file): the XML reader cannot start") }
    self.reader = reader
    xmlTextReaderSetStructuredErrorHandler(
      reader, { context, error in XMLInput.keep(context, error) }, context)
  }

  deinit {
    xmlFreeTextReader(reader)
  }

  /// The next item, or nil at the end of the file.
  ///
  /// - Throws: `TowerError` with the line for what is not well-formed or not allowed; what reading
  ///   the file throws.
  func next() throws -> Item? {
    while try advance() {
      guard kind == XML_READER_TYPE_ELEMENT else { continue }
      let element = begin()
      return records.contains(element.name) ? .record(try whole(element)) : .opened(element)
    }
    return nil
  }

  private var kind: xmlReaderTypes {
    xmlReaderTypes(UInt32(bitPattern: xmlTextReaderNodeType(reader)))
  }

  private func advance() throws -> Bool {
    let code = xmlTextReaderRead(reader)
    if let error = input.error { throw error }
    guard code >= 0 else { throw fault(input.message ?? "it is not XML", line: input.line) }
    if code == 1 {
      if kind == XML_READER_TYPE_DOCUMENT_TYPE {
        throw fault("a document type declaration is not accepted")
      }
      if kind == XML_READER_TYPE_ENTITY_REFERENCE { throw fault("an entity is not accepted") }
      followLine()
    }
    return code == 1
  }

  /// Keeps the line of the file.
  ///
  /// libxml2 knows that of an element up to 65,534 lines, and its own place is ahead of it; beyond,
  /// line breaks are counted.
  private func followLine() {
    if kind == XML_READER_TYPE_ELEMENT {
      let known = xmlGetLineNo(xmlTextReaderCurrentNode(reader))
      if (1..<65_535).contains(known) { line = known }
    } else if xmlTextReaderHasValue(reader) == 1 {
      line += bytesOfValue().count { $0 == 0x0A }
    }
  }

  /// Reads the content of the element that has just begun.
  private func whole(_ element: XMLElement) throws -> XMLElement {
    guard xmlTextReaderIsEmptyElement(reader) == 0 else { return element }
    var open = [element]
    var texts: [[UInt8]] = [[]]
    var bytes = 0
    while try advance() {
      switch kind {
      case XML_READER_TYPE_ELEMENT:
        let child = begin()
        bytes += 64
        if xmlTextReaderIsEmptyElement(reader) == 1 {
          open[open.count - 1].children.append(child)
        } else {
          guard open.count < XMLStream.maximumDepth else {
            throw fault("'\(element.name)' nests too deep")
          }
          open.append(child)
          texts.append([])
        }
      case XML_READER_TYPE_TEXT, XML_READER_TYPE_CDATA:
        let value = bytesOfValue()
        bytes += value.count
        texts[texts.count - 1] += value
      case XML_READER_TYPE_END_ELEMENT:
        var done = open.removeLast()
        done.text = XMLStream.singleBlanks(texts.removeLast())
        guard !open.isEmpty else { return done }
        open[open.count - 1].children.append(done)
      default: break
      }
      guard bytes <= XMLStream.maximumBytesOfRecord else {
        throw fault("'\(element.name)' is larger than any entry of a list")
      }
    }
    throw fault("'\(element.name)' has no end")
  }

  private func begin() -> XMLElement {
    let name = XMLStream.string(xmlTextReaderConstLocalName(reader))
    let start = line
    var attributes: [String: String] = [:]
    while xmlTextReaderMoveToNextAttribute(reader) == 1 {
      let key = XMLStream.string(xmlTextReaderConstLocalName(reader))
      attributes[key] = XMLStream.string(xmlTextReaderConstValue(reader))
    }
    xmlTextReaderMoveToElement(reader)
    return XMLElement(name: name, line: start, attributes: attributes)
  }

  private func bytesOfValue() -> UnsafeBufferPointer<UInt8> {
    guard let value = xmlTextReaderConstValue(reader) else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value)))
  }

  private func fault(_ message: String, line: Int? = nil) -> TowerError {
    TowerError(.failed, "\(file):\(line ?? self.line): \(message)", hints: ["nothing was changed"])
  }

  private static func string(_ text: UnsafePointer<xmlChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }

  /// The text with blanks, tabs and line breaks between its words made one blank each.
  private static func singleBlanks(_ bytes: [UInt8]) -> String {
    let words = bytes.split { $0 == 0x20 || (0x09...0x0D).contains($0) }
    return String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
  }
}

/// The bytes of the file on their way to libxml2, and what went wrong on the way.
private final class XMLInput {
  private let next: () throws -> [UInt8]?
  private var chunk: ArraySlice<UInt8> = []
  /// What reading the file threw.
  private(set) var error: (any Error)?
  /// What libxml2 said first.
  private(set) var message: String?
  /// The line it said it of.
  private(set) var line: Int?

  init(next: @escaping () throws -> [UInt8]?) {
    self.next = next
  }

  /// Called by libxml2 for more bytes: how many were given, 0 at the end, -1 after an error.
  static func read(
    _ context: UnsafeMutableRawPointer?, _ buffer: UnsafeMutablePointer<CChar>?, _ capacity: Int32
  ) -> Int32 {
    guard let context, let buffer else { return -1 }
    let input = Unmanaged<XMLInput>.fromOpaque(context).takeUnretainedValue()
    return input.fill(UnsafeMutableRawPointer(buffer), capacity: Int(capacity))
  }

  /// Called by libxml2 with what it found wrong.
  static func keep(_ context: UnsafeMutableRawPointer?, _ error: UnsafeMutablePointer<xmlError>?) {
    guard let context, let error else { return }
    let input = Unmanaged<XMLInput>.fromOpaque(context).takeUnretainedValue()
    guard input.message == nil else { return }
    input.message = error.pointee.message.map {
      String(String(cString: $0).split(whereSeparator: \.isNewline).joined(separator: " "))
    }
    input.line = Int(error.pointee.line)
  }

  private func fill(_ buffer: UnsafeMutableRawPointer, capacity: Int) -> Int32 {
    do {
      if chunk.isEmpty { chunk = try next()?[...] ?? [] }
    } catch {
      self.error = error
      return -1
    }
    let part = chunk.prefix(capacity)
    part.withUnsafeBytes { bytes in
      if let start = bytes.baseAddress { buffer.copyMemory(from: start, byteCount: bytes.count) }
    }
    chunk = chunk.dropFirst(part.count)
    return Int32(part.count)
  }
}

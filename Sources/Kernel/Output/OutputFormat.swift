/// The formats that an answer can be written in.
public enum OutputFormat: String, CaseIterable, Sendable {
  case table, csv, json, ndjson, markdown, html, xlsx

  /// Writes an answer that is in memory; the text ends with a line feed.
  ///
  /// A document is written as it is in every format but JSON and HTML. CSV and NDJSON hold the first
  /// table alone, so that a program can always read them; its notes belong on the error stream then.
  ///
  /// - Precondition: the format is not `xlsx`, which is a file and no text.
  public func render(_ result: CommandResult) -> String {
    var bytes: [UInt8] = []
    do {
      let stream = try AnswerStream(self) { bytes += $0 }
      try stream.finish(result)
    } catch {
      preconditionFailure("an answer in memory cannot be written as \(self): \(error)")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether the format carries the notes of an answer itself.
  public func carriesNotes(of result: CommandResult) -> Bool {
    (self == .json && result.document == nil) || self == .html
  }

  /// Whether the format carries what an answer says of itself, where that is asked for.
  var carriesFacts: Bool { [.json, .ndjson, .markdown, .html].contains(self) }

  /// The format that the end of a file's name tells.
  init?(fileName: String) {
    switch fileName.split(separator: ".", omittingEmptySubsequences: false).last?.lowercased() {
    case "csv": self = .csv
    case "json": self = .json
    case "ndjson", "jsonl": self = .ndjson
    case "md": self = .markdown
    case "html": self = .html
    case "xlsx": self = .xlsx
    default: return nil
    }
  }
}

extension AnswerStream {
  /// A stream that writes text in a format.
  ///
  /// - Parameters:
  ///   - showsFacts: whether what the answer says of itself is written too.
  ///   - target: takes the bytes as they come, whole rows at a time.
  /// - Throws: `TowerError` for `xlsx`, which is a file and no text.
  convenience init(
    _ format: OutputFormat, showsFacts: Bool = false, stopRequest: StopRequest? = nil,
    to target: @escaping (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let buffer = OutputBuffer(target)
    let writer: any AnswerWriter =
      switch format {
      case .table: TableFormat(buffer)
      case .csv: CSVFormat(buffer)
      case .json: JSONFormat(buffer)
      case .ndjson: LinesFormat(buffer, showsFacts: showsFacts)
      case .markdown: MarkdownFormat(buffer, showsFacts: showsFacts)
      case .html: HTMLFormat(buffer, showsFacts: showsFacts)
      case .xlsx: throw OutputFormat.needsFile
      }
    self.init(
      writer, buffer, digestsRows: showsFacts || format == .json, stopRequest: stopRequest)
  }
}

extension OutputFormat {
  /// Why a workbook cannot be written to a stream.
  static var needsFile: TowerError {
    TowerError(.usage, "--format xlsx writes a file: --out FILE.xlsx is missing")
  }
}

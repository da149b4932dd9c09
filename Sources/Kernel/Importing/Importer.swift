public import Store

/// A way to bring a data set into the store.
public struct Importer: Sendable {
  /// The data set, as `tower import` names it.
  public let dataset: String
  /// One sentence on what it takes.
  public let doc: String
  /// What is known of every file of the data set, for a file without a source card.
  public let defaultCard: SourceCard
  /// Its parameters beside the file.
  public let parameters: [Parameter]
  /// Reads the file into the store, inside the transaction of the session.
  public let run: @Sendable (ImportSession) throws -> Void

  /// Declares an importer.
  public init(
    _ dataset: String, doc: String, defaultCard: SourceCard, parameters: [Parameter] = [],
    run: @escaping @Sendable (ImportSession) throws -> Void
  ) {
    self.dataset = dataset
    self.doc = doc
    self.defaultCard = defaultCard
    self.parameters = parameters
    self.run = run
  }
}

/// One import under way: the file, the transaction, and the account of its rows.
public final class ImportSession {
  /// The path of the file.
  public let path: String
  /// The connection, inside the import's transaction.
  public let connection: Connection
  /// The identifier of the source, for the `source_id` of every row.
  public let sourceIdentifier: String
  /// The parameters of the import.
  public let arguments: Arguments
  /// What is known of the source; an importer completes it from the content.
  public var card: SourceCard
  /// How many rows of each part were taken.
  public private(set) var parts: [String: Int] = [:]
  /// The rows that were refused.
  public private(set) var rejects: [(line: Int, reason: String, content: String)] = []
  /// What the user must know of the file beside the counts.
  public private(set) var notes: [String] = []
  /// What an import that would shrink the data would lose, for its refusal.
  private(set) var shrinking: [String] = []
  private let stream: ByteStream
  private let progress: Progress

  init(
    path: String, connection: Connection, sourceIdentifier: String, arguments: Arguments,
    card: SourceCard, progress: Progress
  ) throws {
    self.path = path
    self.connection = connection
    self.sourceIdentifier = sourceIdentifier
    self.arguments = arguments
    self.card = card
    self.progress = progress
    stream = try ByteStream(path: path)
  }

  /// The next bytes of the content, decompressed, or nil at its end.
  public func next() throws -> [UInt8]? {
    progress.report(done: stream.position, of: stream.size, rows: parts.values.reduce(0, +))
    return try stream.next()
  }

  /// The whole content as bytes, for formats that are read at once.
  ///
  /// - Throws: `TowerError` for more than 16 MiB, compressed or not.
  public func content() throws -> [UInt8] {
    var bytes: [UInt8] = []
    while let chunk = try next() {
      bytes += chunk
      guard bytes.count <= ImportSession.largestContent else {
        throw TowerError(
          .failed, "\(path) holds more than 16 MiB, too much for a file of this kind",
          hints: ["nothing was changed"])
      }
    }
    return bytes
  }

  // As much as a configuration file may hold: a small compressed file can hold more than the memory.
  private static let largestContent = 16 << 20

  /// Refuses a file that is not the one that was hashed before the reading began.
  func refuseChange(since sha256: String) throws {
    guard try stream.sha256() != sha256 else { return }
    throw TowerError(
      .failed, "\(path) was changed while it was read", hints: ["nothing was changed; try again"])
  }

  /// Counts a row that was taken into a part of the data set.
  public func accept(part: String) {
    parts[part, default: 0] += 1
  }

  /// Keeps a row that was refused, with its line and the reason.
  public func reject(line: Int, reason: String, content: String) {
    rejects.append((line, reason, String(content.prefix(500))))
  }

  /// Says what would be lost, for the case that the import is refused because it would shrink the
  /// data.
  public func explainShrinking(_ sentence: String) {
    shrinking.append(sentence)
  }

  /// Says something of the file that the counts do not tell: one sentence, without the path.
  public func note(_ sentence: String) {
    notes.append(sentence)
  }
}

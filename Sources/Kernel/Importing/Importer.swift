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
  /// Whether whole files of the data set have rows that do not read as they should, so that a share of
  /// them may be left out; else one such row means that the file is damaged.
  public let allowsOddRows: Bool
  /// Reads the file into the store, inside the transaction of the session.
  public let run: @Sendable (ImportSession) throws -> Void

  /// Declares an importer.
  public init(
    _ dataset: String, doc: String, defaultCard: SourceCard, parameters: [Parameter] = [],
    allowsOddRows: Bool = false, run: @escaping @Sendable (ImportSession) throws -> Void
  ) {
    self.dataset = dataset
    self.doc = doc
    self.defaultCard = defaultCard
    self.parameters = parameters
    self.allowsOddRows = allowsOddRows
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
  /// How many rows were refused.
  public private(set) var rejectCount = 0
  /// How many of them do not read as they should.
  private(set) var faultCount = 0
  /// The first of these, for the refusal of the file.
  private(set) var firstFaults: [(line: Int, reason: String)] = []
  /// How many rows of each part were replaced, of parts that the file need not hold as a whole.
  private(set) var replaced: [String: Int] = [:]
  /// What the user must know of the file beside the counts.
  public private(set) var notes: [String] = []
  /// What an import that would shrink the data would lose, for its refusal.
  private(set) var shrinking: [String] = []
  private let stream: ByteStream
  private let progress: Progress
  private var waitingRejects: [[Value]] = []

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
  ///
  /// Of a zip archive it is the content of the member that `nextMember` went to, else of the first.
  public func next() throws -> [UInt8]? {
    progress.report(done: stream.position, of: stream.size, rows: parts.values.reduce(0, +))
    try storeRejects()
    return try stream.next()
  }

  /// Whether the file is a zip archive, which may have many members.
  public func isArchive() throws -> Bool { try stream.isArchive() }

  /// Goes to the next member of a zip archive and gives its name; nil when there is none.
  public func nextMember() throws -> String? { try stream.nextMember() }

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

  /// Refuses an archive of which a member was not read.
  func refuseUnreadMember() throws {
    guard let name = try stream.nextMember() else { return }
    throw TowerError(
      .failed, "\(path) holds more than one file; '\(name)' would be left out",
      hints: ["nothing was changed; unpack it and import the files"])
  }

  /// Counts rows that were taken into a part of the data set.
  public func accept(part: String, rows: Int = 1) {
    parts[part, default: 0] += rows
  }

  /// Counts rows that the file replaces of a part that it need not hold as a whole; without, the
  /// whole part counts as replaced.
  public func replace(part: String, rows: Int) {
    replaced[part, default: 0] += rows
  }

  /// Keeps a row that was refused, with its line and the reason.
  ///
  /// - Parameter isSound: whether the row reads as it should and is left out for what it says; sound
  ///   files have such rows.
  public func reject(line: Int, reason: String, content: String, isSound: Bool = false) {
    rejectCount += 1
    if !isSound {
      faultCount += 1
      if firstFaults.count < 10 { firstFaults.append((line, reason)) }
    }
    waitingRejects.append([
      .text(sourceIdentifier), Value(line), .text(reason), .text(String(content.prefix(500))),
    ])
  }

  /// Moves the refused rows into the store, so that a file of nothing else does not fill the memory.
  func storeRejects() throws {
    guard !waitingRejects.isEmpty else { return }
    let insert = try connection.prepare(
      "INSERT INTO tower_source_reject (source_id, line, reason, content) VALUES (?, ?, ?, ?)")
    for reject in waitingRejects { try insert.run(reject) }
    waitingRejects.removeAll(keepingCapacity: true)
  }

  /// Says what would be lost, for the case that the import is refused because it would shrink the
  /// data.
  public func explainShrinking(_ sentence: String) {
    shrinking.append(sentence)
  }

  /// Says that the last line has no end, for formats in which it may be a line that was cut off.
  ///
  /// - Parameter member: the member of the archive that the file is; nil when it is none.
  public func noteOpenEnd(of member: String? = nil) {
    note(
      (member.map { "\($0): " } ?? "")
        + "its last line has no end; where the file was cut off, its last field is too short")
  }

  /// Says something of the file that the counts do not tell: one sentence, without the path.
  public func note(_ sentence: String) {
    notes.append(sentence)
  }
}

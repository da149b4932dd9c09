/// One value of a row as it is written out: its bytes are borrowed, and good until the next row.
public enum Cell {
  case null
  case integer(Int64)
  case real(Double)
  /// Bytes of text; what came from outside may hold some that are no UTF-8.
  case text(UnsafeBufferPointer<UInt8>)
  case blob(UnsafeBufferPointer<UInt8>)

  /// The value, with bytes of its own.
  public var value: Value {
    switch self {
    case .null: .null
    case .integer(let number): .integer(number)
    case .real(let number): .real(number)
    case .text(let bytes): .text(String(decoding: bytes, as: UTF8.self))
    case .blob(let bytes): .blob(Array(bytes))
    }
  }
}

/// The cells of one row after the other, in memory that is used again.
public struct CellRow: ~Copyable {
  private var cells: [Cell] = []
  private var texts = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 12)

  /// Makes a row without cells.
  public init() {}

  deinit { texts.deallocate() }

  /// Lends the cells of values to the body.
  public mutating func with<T>(_ values: [Value], _ body: ([Cell]) throws -> T) rethrows -> T {
    reserve(values.reduce(0) { $0 + $1.byteCount })
    cells.removeAll(keepingCapacity: true)
    var used = 0
    for value in values {
      switch value {
      case .null: cells.append(.null)
      case .integer(let number): cells.append(.integer(number))
      case .real(let number): cells.append(.real(number))
      case .text(var text): cells.append(.text(text.withUTF8 { keep($0, &used) }))
      case .blob(let bytes): cells.append(.blob(bytes.withUnsafeBufferPointer { keep($0, &used) }))
      }
    }
    return try body(cells)
  }

  /// Lends the cells of the row on which a statement stands to the body.
  public mutating func with<T>(_ statement: Statement, _ body: ([Cell]) throws -> T) rethrows -> T {
    cells.removeAll(keepingCapacity: true)
    for column in 0..<statement.columnCount { cells.append(statement.cell(column)) }
    return try body(cells)
  }

  private mutating func reserve(_ count: Int) {
    guard count > texts.count else { return }
    texts.deallocate()
    texts = .allocate(capacity: count * 2)
  }

  private func keep(_ bytes: UnsafeBufferPointer<UInt8>, _ used: inout Int)
    -> UnsafeBufferPointer<UInt8>
  {
    let place = texts.extracting(used..<used + bytes.count)
    _ = place.update(fromContentsOf: bytes)
    used += bytes.count
    return UnsafeBufferPointer(place)
  }
}

extension Value {
  fileprivate var byteCount: Int {
    switch self {
    case .text(let text): text.utf8.count
    case .blob(let bytes): bytes.count
    default: 0
    }
  }
}

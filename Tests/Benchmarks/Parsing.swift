internal import FlowColumns

/// How fast the parser of BACI is, without anything behind it.
enum Parsing {
  static func measure(_ path: String, threads: Int) throws {
    let start = seconds()
    var parser = BACIParser(countries: Set(YearGenerator.countryNumbers), threads: threads)
    let file = try OpenFile(path: path)
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    var bytes = 0
    while case let count = try file.read(into: &chunk), count > 0 {
      bytes += count
      try chunk.withUnsafeBufferPointer {
        try parser.feed(UnsafeBufferPointer(rebasing: $0[..<count])) { _ in }
      }
    }
    try parser.finish { _ in }
    guard parser.takeRejects().isEmpty else {
      throw FlowFault("\(path) has records that are no flows")
    }
    print("seconds", seconds() - start)
    print("megabytes_per_second", Double(bytes) / 1e6 / (seconds() - start))
  }
}

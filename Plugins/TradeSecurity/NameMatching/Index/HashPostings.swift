/// From hashes to the numbers filed under them: two sorted columns, and where each group of keys with
/// the same first bits begins.
struct HashPostings: ~Copyable, Sendable {
  private let keys: Column<UInt64>
  private let values: Column<Int32>
  /// For each group of first bits, and for the end, the first place of its keys.
  private let groupStarts: Column<Int32>
  private let shift: UInt64

  /// Files numbers; a key of 0 is left out.
  init(_ pairs: [(key: UInt64, value: Int32)]) {
    let sorted = pairs.filter { $0.key != 0 }.sorted { ($0.key, $0.value) < ($1.key, $1.value) }
    let bits = max(1, Int.bitWidth - sorted.count.leadingZeroBitCount)
    let shift = UInt64(64 - bits)
    var starts = [Int32](repeating: 0, count: 1 << bits + 1)
    for pair in sorted { starts[Int(pair.key >> shift) + 1] += 1 }
    for group in 1..<starts.count { starts[group] += starts[group - 1] }
    keys = Column(sorted.map(\.key))
    values = Column(sorted.map(\.value))
    groupStarts = Column(starts)
    self.shift = shift
  }

  /// Calls with every number filed under a key.
  @inline(__always)
  func forEach(_ key: UInt64, _ body: (Int32) -> Void) {
    guard key != 0 else { return }
    let group = Int(key >> shift)
    var place = Int(groupStarts[group])
    let end = Int(groupStarts[group &+ 1])
    while place < end, keys[place] < key { place &+= 1 }
    while place < end, keys[place] == key {
      body(values[place])
      place &+= 1
    }
  }
}

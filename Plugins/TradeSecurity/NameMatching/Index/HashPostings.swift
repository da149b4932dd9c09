/// From hashes to the numbers filed under them: two sorted arrays.
struct HashPostings: Sendable {
  private let keys: [UInt64]
  private let values: [Int32]

  /// Files numbers; a key of 0 is left out.
  init(_ pairs: [(key: UInt64, value: Int32)]) {
    let sorted = pairs.filter { $0.key != 0 }.sorted { ($0.key, $0.value) < ($1.key, $1.value) }
    keys = sorted.map(\.key)
    values = sorted.map(\.value)
  }

  /// Calls with every number filed under a key.
  @inline(__always)
  func forEach(_ key: UInt64, _ body: (Int32) -> Void) {
    guard key != 0 else { return }
    var low = 0
    var high = keys.count
    keys.withUnsafeBufferPointer { keys in
      while low < high {
        let middle = (low &+ high) >> 1
        if keys[middle] < key { low = middle &+ 1 } else { high = middle }
      }
    }
    while low < keys.count, keys[low] == key {
      body(values[low])
      low += 1
    }
  }
}

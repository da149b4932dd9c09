/// Memory for rows, given out in blocks and freed as a whole.
final class RowPool {
  /// How many rows a block holds: little is lost where a product has few.
  static let block = 32
  /// The size of what was given out and is about to be, in bytes.
  private(set) var byteCount = 0
  private var slabs: [UnsafeMutableRawPointer] = []
  private var next = UnsafeMutablePointer<DealtRow>(bitPattern: 8)
  private var blocksLeft = 0
  private static let blockBytes = block * MemoryLayout<DealtRow>.stride

  deinit {
    for slab in slabs { slab.deallocate() }
  }

  /// The next block; its rows are not initialised.
  func makeBlock() -> UnsafeMutablePointer<DealtRow> {
    if blocksLeft == 0 { makeSlab() }
    guard let block = next else { preconditionFailure("a slab was just made") }
    next = block + RowPool.block
    blocksLeft -= 1
    return block
  }

  private func makeSlab() {
    // As much again as there is, so that few rows take little memory and many take few slabs.
    let size = min(max(byteCount, 1 << 16), 1 << 22)
    let slab = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    slabs.append(slab)
    byteCount += size
    next = slab.assumingMemoryBound(to: DealtRow.self)
    blocksLeft = size / RowPool.blockBytes
  }
}

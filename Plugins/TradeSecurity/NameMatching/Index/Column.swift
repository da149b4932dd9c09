/// Numbers in one block of memory that does not move, so that many threads read them without counting
/// references to it.
struct Column<Element: BitwiseCopyable>: ~Copyable, @unchecked Sendable {
  /// The numbers.
  let elements: UnsafeBufferPointer<Element>

  /// Copies numbers.
  init(_ values: [Element]) {
    let block = UnsafeMutableBufferPointer<Element>.allocate(capacity: values.count)
    _ = block.initialize(from: values)
    elements = UnsafeBufferPointer(block)
  }

  deinit { elements.deallocate() }

  /// How many there are.
  var count: Int { elements.count }

  subscript(_ place: Int) -> Element {
    @inline(__always) get { elements[place] }
  }

  /// The numbers of a range.
  @inline(__always)
  func part(_ range: Range<Int>) -> UnsafeBufferPointer<Element> {
    UnsafeBufferPointer(rebasing: elements[range])
  }
}

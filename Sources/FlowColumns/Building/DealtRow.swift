/// A flow whose period and product are known from where it lies, in 24 bytes.
struct DealtRow {
  let value: Double
  let quantity: Double
  let pair: UInt32
  let line: UInt32

  @inline(__always)
  init(_ flow: Flow) {
    value = flow.value
    quantity = flow.storedQuantity
    pair = flow.pair
    line = flow.line
  }

  var importer: UInt16 { UInt16(truncatingIfNeeded: pair >> 16) }
  var exporter: UInt16 { UInt16(truncatingIfNeeded: pair) }
}

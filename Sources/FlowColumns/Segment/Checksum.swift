/// XXH64 with seed zero (Collet, "xxHash fast digest algorithm", specification 0.1.1): finds torn and
/// altered bytes, and is no protection against an attacker.
func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
  guard let start = bytes.baseAddress else { return avalanche(prime5) }
  var position = 0
  var hash: UInt64
  if bytes.count >= 32 {
    var lane1 = prime1 &+ prime2
    var lane2 = prime2
    var lane3: UInt64 = 0
    var lane4 = 0 &- prime1
    while position &+ 32 <= bytes.count {
      lane1 = round(lane1, word(start, position))
      lane2 = round(lane2, word(start, position &+ 8))
      lane3 = round(lane3, word(start, position &+ 16))
      lane4 = round(lane4, word(start, position &+ 24))
      position &+= 32
    }
    hash = rotate(lane1, 1) &+ rotate(lane2, 7) &+ rotate(lane3, 12) &+ rotate(lane4, 18)
    for lane in [lane1, lane2, lane3, lane4] {
      hash = (hash ^ round(0, lane)) &* prime1 &+ prime4
    }
  } else {
    hash = prime5
  }
  hash = hash &+ UInt64(bytes.count)
  while position + 8 <= bytes.count {
    hash = rotate(hash ^ round(0, word(start, position)), 27) &* prime1 &+ prime4
    position += 8
  }
  if position + 4 <= bytes.count {
    let half = start.loadUnaligned(fromByteOffset: position, as: UInt32.self).littleEndian
    hash = rotate(hash ^ (UInt64(half) &* prime1), 23) &* prime2 &+ prime3
    position += 4
  }
  for byte in bytes[position...] {
    hash = rotate(hash ^ (UInt64(byte) &* prime5), 11) &* prime1
  }
  return avalanche(hash)
}

private let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
private let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
private let prime3: UInt64 = 0x1656_67B1_9E37_79F9
private let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
private let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

@inline(__always)
private func word(_ start: UnsafeRawPointer, _ offset: Int) -> UInt64 {
  start.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
}

@inline(__always)
private func rotate(_ value: UInt64, _ bits: UInt64) -> UInt64 {
  (value &<< bits) | (value &>> (64 &- bits))
}

@inline(__always)
private func round(_ lane: UInt64, _ input: UInt64) -> UInt64 {
  rotate(lane &+ input &* prime2, 31) &* prime1
}

private func avalanche(_ hash: UInt64) -> UInt64 {
  var mixed = (hash ^ (hash >> 33)) &* prime2
  mixed = (mixed ^ (mixed >> 29)) &* prime3
  return mixed ^ (mixed >> 32)
}

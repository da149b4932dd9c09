internal import Glibc

/// A generator of pseudo-random numbers that gives the same numbers on every run.
///
/// SplitMix64 (Steele, Lea & Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).
/// No entropy of the machine goes in: a seed and the name of a stream decide everything.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts from a seed.
  public init(seed: UInt64) { state = seed }

  /// Starts a stream of its own below a seed, so that what one thing draws does not depend on what
  /// else is drawn, nor in which order.
  ///
  /// - Parameter stream: the name of the thing; it is hashed by FNV-1a (Fowler, Noll & Vo).
  public init(seed: UInt64, stream: String) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in stream.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    var mixer = SplitMix64(seed: seed)
    state = mixer.next() ^ hash
  }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to but without 1, every one as likely as the next.
  public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number of the standard normal distribution (Box & Muller 1958).
  public mutating func normal() -> Double {
    // One less a number below 1 is never 0, whose logarithm is infinite.
    let radius = (-2 * log(1 - uniform())).squareRoot()
    return radius * cos(2 * Double.pi * uniform())
  }
}

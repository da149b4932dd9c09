internal import CSodium

/// SHA-256 (FIPS 180-4) over bytes that arrive in parts, by libsodium.
public struct Digest {
  private var state = crypto_hash_sha256_state()

  /// Starts an empty digest.
  public init() {
    crypto_hash_sha256_init(&state)
  }

  /// Adds bytes.
  public mutating func update(_ bytes: [UInt8]) {
    crypto_hash_sha256_update(&state, bytes, UInt64(bytes.count))
  }

  /// The digest of all bytes so far, as 64 hexadecimal digits.
  public func hexadecimal() -> String {
    var copy = state
    var hash = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    crypto_hash_sha256_final(&copy, &hash)
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: hash.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The digest of a text's UTF-8 bytes.
  public static func of(_ text: String) -> String {
    var digest = Digest()
    digest.update(Array(text.utf8))
    return digest.hexadecimal()
  }
}

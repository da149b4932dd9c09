internal import CCrypto

/// SHA-256 (FIPS 180-4) over bytes that arrive in parts, by OpenSSL's libcrypto, which uses the
/// processor's own instructions for it.
public final class Digest {
  private let context: OpaquePointer

  /// Starts an empty digest.
  public init() {
    guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
      fatalError("libcrypto offers no SHA-256")
    }
    self.context = context
  }

  deinit { EVP_MD_CTX_free(context) }

  /// Adds bytes.
  public func update(_ bytes: [UInt8]) { bytes.withUnsafeBytes(update) }

  /// Adds bytes.
  func update(_ bytes: UnsafeRawBufferPointer) {
    guard EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1 else {
      fatalError("libcrypto cannot go on with a digest")
    }
  }

  /// The digest of all bytes so far, as 64 hexadecimal digits.
  public func hexadecimal() -> String {
    var hash = [UInt8](repeating: 0, count: 32)
    // More bytes may follow: a copy is brought to its end.
    guard let copy = EVP_MD_CTX_new(), EVP_MD_CTX_copy_ex(copy, context) == 1,
      EVP_DigestFinal_ex(copy, &hash, nil) == 1
    else { fatalError("libcrypto cannot end a digest") }
    EVP_MD_CTX_free(copy)
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: hash.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The digest of a text's UTF-8 bytes.
  public static func of(_ text: String) -> String {
    let digest = Digest()
    digest.update(Array(text.utf8))
    return digest.hexadecimal()
  }
}

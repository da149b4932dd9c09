internal import Glibc

extension SharedData {
  /// The bytes of a file in chunks, decompressed where it is a gzip file; nil at its end.
  public static func chunks(_ name: String) -> () -> [UInt8]? {
    let stream = popen("gzip -dcf '\(path(name))'", "r")
    return {
      guard let stream else { return nil }
      let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        count = fread(buffer.baseAddress, 1, buffer.count, stream)
      }
      if chunk.isEmpty { pclose(stream) }
      return chunk.isEmpty ? nil : chunk
    }
  }
}

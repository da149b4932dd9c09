/// Where a secret is kept; the secret itself is never part of a configuration.
public enum SecretReference: Sendable, Hashable, CustomStringConvertible {
  case environment(String)
  case file(String)

  /// The place, never the secret.
  public var description: String {
    switch self {
    case .environment(let name): "env:\(name)"
    case .file(let path): "file:\(path)"
    }
  }

  /// Reads the secret; from a file, without the line break at its end.
  ///
  /// - Parameter environment: the variables of the process.
  /// - Throws: `SecretError` when it is not there or empty.
  public func resolve(environment: [String: String]) throws(SecretError) -> String {
    let secret: String
    switch self {
    case .environment(let name):
      guard let value = environment[name] else { throw SecretError(self, "it is not set") }
      secret = value
    case .file(let path):
      do throws(UnreadableFile) {
        let text = try String(decoding: YAML.bytes(of: path), as: UTF8.self)
        secret = text.last?.isNewline == true ? String(text.dropLast()) : text
      } catch {
        throw SecretError(self, error.reason)
      }
    }
    guard !secret.isEmpty else { throw SecretError(self, "it is empty") }
    return secret
  }
}

/// Why a secret could not be read; it names the place, never the secret.
public struct SecretError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Where the secret should be.
  public let reference: SecretReference
  /// What was found instead.
  public let reason: String

  init(_ reference: SecretReference, _ reason: String) {
    self.reference = reference
    self.reason = reason
  }

  /// The place and the reason.
  public var description: String { "the secret \(reference) cannot be read: \(reason)" }
}

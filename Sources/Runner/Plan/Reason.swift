/// Why a step runs or is left out: what changed, with the old and the new value where there are two.
struct Reason: Sendable, Hashable, CustomStringConvertible {
  /// What it is about.
  let subject: String
  /// What it was when the step ran last.
  let old: String?
  /// What it is now.
  let new: String?

  init(_ subject: String, old: String? = nil, new: String? = nil) {
    self.subject = subject
    self.old = old
    self.new = new
  }

  var description: String {
    guard let old, let new else { return subject }
    return "\(subject): \(Reason.short(old)) -> \(Reason.short(new))"
  }

  // A digest is told by its beginning, as people compare them.
  private static func short(_ value: String) -> String {
    let isDigest = value.utf8.count == 64 && value.allSatisfy { $0.isHexDigit }
    return isDigest ? String(value.prefix(12)) : value.isEmpty ? "not there" : value
  }
}

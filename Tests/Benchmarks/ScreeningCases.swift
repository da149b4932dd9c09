internal import Glibc
internal import NameMatching

/// The cases of screening that `screening.py` prepares: lines of fields with tabs between them.
struct ScreeningCases {
  let folder: String

  /// The rows of a file.
  func rows(_ file: String) throws -> [[String]] {
    let open = try OpenFile(path: folder + "/" + file + ".tsv")
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while case let count = try open.read(into: &chunk), count > 0 { bytes += chunk[..<count] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// The names of a list: entry, party, role, name, and whether all its letters are Latin.
  func names(_ file: String, latinOnly: Bool = false) throws -> [ListedName] {
    try rows(file).filter { !latinOnly || $0[4] == "1" }.map { row in
      ListedName(
        entry: row[0], text: row[3], party: ListedName.Party(rawValue: row[1]) ?? .other,
        role: ListedName.Role(rawValue: row[2]) ?? .alias)
    }
  }

  /// 0 for the half of the cases that the weights were fitted on, 1 for the other.
  static func half(_ text: String) -> Int {
    var hash: UInt64 = 1_469_598_103_934_665_603
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
    return Int((hash >> 20) & 1)
  }
}

/// Hits of cases, for each half.
struct Share {
  var hits = [0, 0]
  var cases = [0, 0]

  mutating func add(_ isHit: Bool, half: Int) {
    cases[half] += 1
    if isHit { hits[half] += 1 }
  }

  private func share(_ hits: Int, _ cases: Int) -> String {
    cases == 0 ? "-" : "\((Double(hits) / Double(cases) * 10_000).rounded() / 10_000)"
  }

  /// All, then each half.
  var text: String {
    "\(share(hits[0] + hits[1], cases[0] + cases[1])) (fitted \(share(hits[0], cases[0])), "
      + "unseen \(share(hits[1], cases[1])), n \(cases[0] + cases[1]))"
  }
}

/// Processor time of the thread, in seconds.
func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

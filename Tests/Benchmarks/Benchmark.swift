internal import FlowColumns
internal import Glibc

/// Runs one part of the benchmark and prints its figures, one `name value` a line.
func runBenchmark(_ words: [String]) {
  do {
    switch (words.first, words.count) {
    case ("generate", 4):
      try generateYear(path: words[1], rows: Int(words[2]) ?? 0, seed: UInt64(words[3]) ?? 0)
    case ("parse", 3): try FlowBenchmark.parse(words[1], threads: Int(words[2]) ?? 1)
    case ("import", 3): try FlowBenchmark.importFile(words[1], to: words[2])
    case ("concentration", 2): try FlowBenchmark.concentration(words[1], years: 1)
    case ("years", 3): try FlowBenchmark.concentration(words[1], years: Int(words[2]) ?? 1)
    case ("session", 3): try FlowBenchmark.session(words[1], repeats: Int(words[2]) ?? 1)
    case ("screening", 2...): try ScreeningBenchmark.run(Array(words.dropFirst()))
    default:
      throw FlowFault(
        "usage: generate CSV ROWS SEED | parse CSV THREADS | import CSV FILE | concentration FILE"
          + " | years FILE COUNT | session FILE REPEATS | screening FOLDER [SHOW...]")
    }
  } catch {
    fputs("\(error)\n", stderr())
    exit(2)
  }
}

/// The error stream; the global of the C library is no constant.
private func stderr() -> UnsafeMutablePointer<FILE>? { fdopen(2, "w") }

/// Seconds since some fixed moment.
func seconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// The shortest of several runs, in seconds.
func shortest(of repeats: Int, _ body: () throws -> Void) rethrows -> Double {
  var best = Double.infinity
  for _ in 0..<repeats {
    let start = seconds()
    try body()
    best = min(best, seconds() - start)
  }
  return best
}

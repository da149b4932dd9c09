internal import FlowColumns
internal import Glibc

/// Runs one part of the benchmark and prints its figures, one `name value` a line.
func runBenchmark(_ words: [String]) {
  do {
    switch (words.first, words.count) {
    case ("generate", 5):
      try generateYear(
        path: words[1], year: Int(words[2]) ?? 0, rows: Int(words[3]) ?? 0,
        seed: UInt64(words[4]) ?? 0)
    case ("countries", 2): try writeCountries(path: words[1])
    case ("parse", 3): try Parsing.measure(words[1], threads: Int(words[2]) ?? 1)
    case ("concentration", 2): try FlowBenchmark(store: words[1]).concentration()
    case ("session", 3):
      try FlowBenchmark(store: words[1]).session(repeats: Int(words[2]) ?? 1)
    case ("functions", 4):
      try FunctionBenchmark.run(
        rows: Int(words[2]) ?? 0, repeats: Int(words[3]) ?? 1, store: words[1])
    case ("screening", 2...): try ScreeningBenchmark.run(Array(words.dropFirst()))
    default:
      throw FlowFault(
        "usage: generate CSV YEAR ROWS SEED | countries CSV | parse CSV THREADS"
          + " | concentration STORE | session STORE REPEATS"
          + " | functions STORE ROWS REPEATS"
          + " | screening FOLDER [SHOW...]")
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

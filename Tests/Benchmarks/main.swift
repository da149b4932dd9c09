runBenchmark(Array(CommandLine.arguments.dropFirst()))

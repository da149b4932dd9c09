internal import Kernel

extension GlobalOptions {
  /// The global options that stand in the words of a command line, each with its place among them.
  static func names(in words: [String]) -> [(name: String, place: Int)] {
    let known = Set(parameters.map(\.name))
    return words.prefix { $0 != "--" }.enumerated().compactMap { place, word in
      guard word.hasPrefix("--") else { return nil }
      let name = String(word.dropFirst(2).prefix { $0 != "=" })
      return known.contains(name) ? (name, place) : nil
    }
  }
}

/// Reads a text as a name.
enum NameReader {
  /// Reads a text as the name of a person, or of anything else.
  static func read(_ text: String, isPerson: Bool) -> AnalysedName {
    var builder = NameBuilder(isPerson: isPerson)
    builder.take(NameWords.split(text))
    return builder.build()
  }
}

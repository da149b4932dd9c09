/// Writes comma-separated values (RFC 4180) so that `CSVReader` gives the same fields back.
public enum CSVWriter {
  /// A record as one line, with its line feed.
  public static func line(_ fields: [String]) -> String { CSVWriter.fields(fields) + "\n" }

  static func fields(_ fields: [String]) -> String {
    // A line with nothing on it is no record: a single empty field is quoted.
    fields == [""] ? "\"\"" : fields.map(field).joined(separator: ",")
  }

  private static func field(_ text: String) -> String {
    guard needsQuotes(text) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  private static func needsQuotes(_ text: String) -> Bool {
    // At the start of a file the last two could be taken for a byte-order mark or an end.
    text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
      || text.utf8.first == 0xEF || text.utf8.first == 0x1A
  }
}

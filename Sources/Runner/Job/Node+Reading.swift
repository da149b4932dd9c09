internal import Configuration

extension Node {
  /// The text of a scalar that says something; nil for a key without a value, which the schema
  /// reports.
  var text: String? {
    guard case .scalar(let text, let isQuoted) = content, isQuoted || !text.isEmpty else {
      return nil
    }
    return text
  }

  /// The pairs of a mapping; none for anything else.
  var pairs: [Pair] { if case .mapping(let pairs) = content { pairs } else { [] } }

  /// The items of a list; none for anything else.
  var items: [Node] { if case .sequence(let items) = content { items } else { [] } }

  /// The value of a key of a mapping.
  func value(_ key: String) -> Node? { pairs.first { $0.key == key }?.value }
}

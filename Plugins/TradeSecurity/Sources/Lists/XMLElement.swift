/// An element of an XML file with all that is in it.
struct XMLElement {
  /// Its name without a namespace.
  let name: String
  /// The line of the file where it begins, from 1.
  let line: Int
  /// Its attributes, by name without a namespace.
  let attributes: [String: String]
  /// The text directly in it, its white space made single blanks.
  var text = ""
  /// The elements in it, in their order.
  var children: [XMLElement] = []

  /// The elements in it of a name.
  func all(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

  /// The text of the first element of a name; nil when there is none or it is empty.
  func text(_ name: String) -> String? {
    children.first { $0.name == name && !$0.text.isEmpty }?.text
  }

  /// The texts of every element of a name that has one.
  func texts(_ name: String) -> [String] { all(name).map(\.text).filter { !$0.isEmpty } }

  /// The elements of a name inside the containers of a name, as `aka` inside `akaList`.
  func all(_ name: String, in container: String) -> [XMLElement] {
    all(container).flatMap { $0.all(name) }
  }
}

extension XMLElement {
  /// An attribute with single blanks between its words; nil when it is not there or empty.
  func attribute(_ name: String) -> String? {
    let words = (attributes[name] ?? "").split(whereSeparator: \.isWhitespace)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}

internal import Vocabulary

extension Decoder {
  /// Reads a text in one language or in two.
  mutating func localizedText(_ node: Node) -> SettingValue? {
    if case .scalar(let text, _) = node.content, !node.isNull {
      return .localized(LocalizedText(text))
    }
    guard case .mapping = node.content else {
      return fail(node, "expected \(FieldType.localizedText.expectation), found \(node.kind)")
    }
    return mapping(node, Decoder.languages).map {
      .localized(LocalizedText($0.text("en"), korean: $0.optionalText("ko")))
    }
  }

  /// Reads where a secret is kept; no message repeats what stands there, which may be the secret.
  mutating func secret(_ node: Node) -> SettingValue? {
    var quiet = Decoder(faults: [])
    if let values = quiet.mapping(node, Decoder.secretPlaces) {
      switch (values.optionalText("env"), values.optionalText("file")) {
      case (let name?, nil): return .secret(.environment(name))
      case (nil, let path?): return .secret(.file(path))
      default: break
      }
    }
    faults.append(
      Diagnostic(
        node.mark, "expected \(FieldType.secret.expectation)",
        allowed: Decoder.secretPlaces.fields.map(\.name)))
    return nil
  }

  static let languages = Schema(
    title: "Text in two languages", doc: "A text in English and in Korean.",
    fields: [
      Field("en", .text, isRequired: true, doc: "The English text."),
      Field("ko", .text, doc: "The Korean text."),
    ])

  static let secretPlaces = Schema(
    title: "Reference to a secret", doc: "Where a secret is kept.",
    fields: [
      Field("env", .path, doc: "The environment variable that holds it."),
      Field("file", .path, doc: "The file that holds it."),
    ])
}

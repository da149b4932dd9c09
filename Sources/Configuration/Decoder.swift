internal import Vocabulary

extension Schema {
  /// Checks a document and gives its values.
  ///
  /// - Throws: `ConfigurationError` with every fault of the document.
  public func decode(_ node: Node) throws(ConfigurationError) -> SettingValues {
    var decoder = Decoder()
    let values = decoder.mapping(node, self)
    guard let values, decoder.faults.isEmpty else {
      throw ConfigurationError(diagnostics: decoder.faults)
    }
    return values
  }
}

/// Walks a document along its schema and gathers every fault; nil stands for a value with a fault.
private struct Decoder {
  var faults: [Diagnostic] = []

  mutating func mapping(_ node: Node, _ schema: Schema) -> SettingValues? {
    guard case .mapping(let pairs) = node.content else {
      return fail(node, "expected a mapping (\(schema.title.lowercased())), found \(node.kind)")
    }
    let before = faults.count
    let known = schema.fields.map(\.name)
    var entries: [String: SettingValues.Entry] = [:]
    for pair in pairs {
      guard let field = schema.fields.first(where: { $0.name == pair.key }) else {
        faults.append(
          Diagnostic(
            pair.mark, "unknown key '\(pair.key)'", suggestions: nearest(to: pair.key, in: known),
            allowed: known,
            sourceLine: pair.value.mark.line == pair.mark.line ? pair.value.sourceLine : nil))
        continue
      }
      // A key without a value counts as left out, so that templates can show every key.
      if pair.value.isNull { continue }
      if let value = value(pair.value, field.type) {
        entries[field.name] = SettingValues.Entry(
          value: value, mark: pair.value.mark, sourceLine: pair.value.sourceLine, doc: field.doc)
      } else if field.isRequired {
        continue
      }
    }
    for field in schema.fields where entries[field.name] == nil {
      let isNamed = pairs.contains { $0.key == field.name && !$0.value.isNull }
      if let value = field.defaultValue, !isNamed {
        entries[field.name] = SettingValues.Entry(
          value: value, mark: nil, sourceLine: nil, doc: field.doc)
      } else if field.isRequired, !isNamed {
        faults.append(
          Diagnostic(
            node.mark, "the key '\(field.name)' is missing: \(field.doc)",
            sourceLine: node.sourceLine))
      }
    }
    guard faults.count == before else { return nil }
    return SettingValues(names: known, entries: entries, mark: node.mark)
  }

  private mutating func value(_ node: Node, _ type: FieldType) -> SettingValue? {
    switch type {
    case .mapping(let schema): return mapping(node, schema).map(SettingValue.mapping)
    case .list(let item):
      guard case .sequence(let nodes) = node.content else {
        return fail(node, "expected a list, found \(node.kind)")
      }
      let values = nodes.map { value($0, item) }
      let whole = values.compactMap { $0 }
      return whole.count == values.count ? .list(whole) : nil
    case .dictionary(let item): return dictionary(node, item)
    case .localizedText: return localizedText(node)
    case .secret: return secret(node)
    default:
      guard case .scalar(let text, let isQuoted) = node.content else {
        return fail(node, "expected \(type.expectation), found \(node.kind)")
      }
      return scalar(node, text, isQuoted: isQuoted, type)
    }
  }

  private mutating func scalar(_ node: Node, _ text: String, isQuoted: Bool, _ type: FieldType)
    -> SettingValue?
  {
    do {
      switch type {
      case .integer(let range):
        if let number = Int(text), !isQuoted, range.contains(number) { return .integer(number) }
      case .number(let range):
        if let number = Double(text), !isQuoted, number.isFinite, range.contains(number),
          !text.lowercased().contains("x")
        {
          return .number(number)
        }
      case .flag:
        if !isQuoted, text == "true" || text == "false" { return .flag(text == "true") }
      case .day: return .day(try Day(text))
      case .percentage: return .percentage(try Percentage(text))
      case .quantity(let dimension):
        let quantity = try Quantity(text)
        if quantity.unit.dimension == dimension { return .quantity(quantity) }
      case .product: return .product(try ProductCode(text))
      case .subject: return .subject(try Subject(text))
      case .marking: return .marking(try Marking(text))
      case .level:
        let level = Level.allCases.first { $0.name == text || $0.title.korean == text }
        if let level { return .level(level) }
      case .country:
        let isCode = text.utf8.count == 3 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
        if isCode { return .text(text) }
      case .choice(let names):
        if names.contains(text) { return .text(text) }
        return fail(
          node, "'\(text)' is not allowed here", suggestions: nearest(to: text, in: names),
          allowed: names)
      case .text, .path, .scalar: return .text(text)
      default: break
      }
    } catch {
      return fail(node, error.message, suggestions: error.suggestions)
    }
    let hint = isQuoted && type.isBare ? "; drop the quotes" : ""
    return fail(node, "expected \(type.expectation), found \(node.kind)\(hint)")
  }

  private mutating func localizedText(_ node: Node) -> SettingValue? {
    if case .scalar(let text, _) = node.content { return .localized(LocalizedText(text)) }
    let schema = Schema(
      title: "Text in two languages", doc: "",
      fields: [
        Field("en", .text, isRequired: true, doc: "The English text."),
        Field("ko", .text, doc: "The Korean text."),
      ])
    return mapping(node, schema).map {
      .localized(LocalizedText($0.text("en"), korean: $0.optionalText("ko")))
    }
  }

  private mutating func secret(_ node: Node) -> SettingValue? {
    let schema = Schema(
      title: "Reference to a secret", doc: "",
      fields: [
        Field("env", .text, doc: "The environment variable that holds it."),
        Field("file", .path, doc: "The file that holds it."),
      ])
    guard let values = mapping(node, schema) else { return nil }
    switch (values.optionalText("env"), values.optionalText("file")) {
    case (let name?, nil): return .secret(.environment(name))
    case (nil, let path?): return .secret(.file(path))
    default: return fail(node, "expected either 'env' or 'file'; a secret is never written here")
    }
  }

  private mutating func dictionary(_ node: Node, _ item: FieldType) -> SettingValue? {
    guard case .mapping(let pairs) = node.content else {
      return fail(node, "expected a mapping, found \(node.kind)")
    }
    var entries: [String: SettingValues.Entry] = [:]
    let before = faults.count
    for pair in pairs {
      guard let value = value(pair.value, item) else { continue }
      entries[pair.key] = SettingValues.Entry(
        value: value, mark: pair.value.mark, sourceLine: pair.value.sourceLine, doc: "")
    }
    guard faults.count == before else { return nil }
    return .mapping(SettingValues(names: pairs.map(\.key), entries: entries, mark: node.mark))
  }

  private mutating func fail<T>(
    _ node: Node, _ message: String, suggestions: [String] = [], allowed: [String] = []
  ) -> T? {
    faults.append(
      Diagnostic(
        node.mark, message, suggestions: suggestions, allowed: allowed,
        sourceLine: node.sourceLine))
    return nil
  }
}

extension FieldType {
  /// What a value of the type looks like, for messages.
  fileprivate var expectation: String {
    switch self {
    case .text, .path, .scalar: "a text"
    case .localizedText: "a text, or a mapping with en and ko"
    case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .number(let range): "a number from \(range.lowerBound) to \(range.upperBound)"
    case .flag: "true or false"
    case .day: "a date such as 2025-04-04"
    case .percentage: "a percentage such as 40%"
    case .quantity(let dimension): "a quantity of \(dimension.rawValue) such as 120 t"
    case .product: "a product code such as hs92/280530"
    case .subject: "a subject such as country:KOR"
    case .marking: "a marking such as TLP:AMBER"
    case .level: "one of " + Level.allCases.map(\.name).joined(separator: ", ")
    case .country: "a country code of three capital letters such as KOR"
    case .choice(let names): "one of " + names.joined(separator: ", ")
    case .secret: "a mapping with env or file"
    case .list: "a list"
    case .mapping, .dictionary: "a mapping"
    }
  }

  /// Whether its values are written without quotes.
  fileprivate var isBare: Bool {
    switch self {
    case .integer, .number, .flag: true
    default: false
    }
  }
}

internal import Vocabulary

/// Walks a document along its schema and gathers every fault; nil stands for a value with a fault.
struct Decoder {
  var faults: [Diagnostic]

  /// Reads a mapping with declared keys.
  mutating func mapping(_ node: Node, _ schema: Schema) -> SettingValues? {
    guard case .mapping(let pairs) = node.content else {
      return fail(node, "expected \(FieldType.mapping(schema).expectation), found \(node.kind)")
    }
    let faultsBefore = faults.count
    let names = schema.fields.map(\.name)
    for pair in pairs where !names.contains(pair.key) {
      faults.append(
        Diagnostic(
          pair.place, "unknown key '\(pair.key)'", suggestions: nearest(to: pair.key, in: names),
          allowed: names))
    }
    let written = Dictionary(pairs.map { ($0.key, $0.value) }) { first, _ in first }
    let entries = schema.fields.compactMap { field in
      entry(field, written[field.name], in: node).map { (field.name, $0) }
    }
    guard faults.count == faultsBefore else { return nil }
    let values = SettingValues(
      names: names, entries: Dictionary(entries) { first, _ in first }, place: node.place)
    let contradictions = schema.check(values)
    faults += contradictions
    return contradictions.isEmpty ? values : nil
  }

  /// Reads the value of a key; one without a value counts as left out, so that a template can show
  /// every key.
  private mutating func entry(_ field: Field, _ written: Node?, in parent: Node)
    -> SettingValues.Entry?
  {
    if let written, !written.isNull || written.isRefused {
      return value(written, field.type).map { located($0, written, doc: field.doc) }
    }
    if let value = field.valueWhenLeftOut {
      return SettingValues.Entry(value: value, place: nil, doc: field.doc)
    }
    return field.isRequired
      ? fail(parent, "the key '\(field.name)' is missing: \(field.doc)") : nil
  }

  private func located(_ value: SettingValue, _ node: Node, doc: String) -> SettingValues.Entry {
    var places: [Place] = []
    if case .sequence(let items) = node.content { places = items.map(\.place) }
    return SettingValues.Entry(value: value, place: node.place, itemPlaces: places, doc: doc)
  }

  private mutating func value(_ node: Node, _ type: FieldType) -> SettingValue? {
    if node.isRefused { return nil }
    switch type {
    case .mapping(let schema): return mapping(node, schema).map(SettingValue.mapping)
    case .list(let item, let minimumCount): return list(node, item, minimumCount)
    case .dictionary(let item): return dictionary(node, item)
    case .localizedText: return localizedText(node)
    case .secret: return secret(node)
    default: return scalar(node, type)
    }
  }

  private mutating func list(_ node: Node, _ item: FieldType, _ minimumCount: Int)
    -> SettingValue?
  {
    guard case .sequence(let nodes) = node.content, nodes.count >= minimumCount else {
      let expectation = FieldType.list(item, minimumCount: minimumCount).expectation
      let found =
        if case .sequence(let nodes) = node.content { "\(nodes.count)" } else { node.kind }
      return fail(node, "expected \(expectation), found \(found)")
    }
    let values = nodes.map { value($0, item) }
    let whole = values.compactMap { $0 }
    return whole.count == values.count ? .list(whole) : nil
  }

  private mutating func dictionary(_ node: Node, _ item: FieldType) -> SettingValue? {
    guard case .mapping(let pairs) = node.content else {
      return fail(node, "expected a mapping, found \(node.kind)")
    }
    var entries: [String: SettingValues.Entry] = [:]
    let faultsBefore = faults.count
    for pair in pairs {
      guard let value = value(pair.value, item) else { continue }
      entries[pair.key] = located(value, pair.value, doc: "")
    }
    guard faults.count == faultsBefore, entries.count == pairs.count else { return nil }
    return .mapping(
      SettingValues(names: pairs.map(\.key), entries: entries, place: node.place))
  }

  /// Notes a fault at a node.
  mutating func fail<Value>(
    _ node: Node, _ message: String, suggestions: [String] = [], allowed: [String] = []
  ) -> Value? {
    faults.append(Diagnostic(node.place, message, suggestions: suggestions, allowed: allowed))
    return nil
  }
}

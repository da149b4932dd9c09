internal import Vocabulary

extension Schema {
  /// The schema as JSON Schema (draft 2020-12), for editors and other checkers.
  ///
  /// It is generated in the order of the declarations, so that the same schema gives the same text.
  public func jsonSchema() -> String {
    let head: [(key: String, value: JSONText)] = [
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema"))
    ]
    return JSONText.object(head + objectMembers(isNullable: false)).written() + "\n"
  }

  fileprivate func objectMembers(isNullable: Bool) -> [(key: String, value: JSONText)] {
    let required = fields.filter { $0.isRequired && $0.defaultValue == nil }.map(\.name)
    var members: [(key: String, value: JSONText)] = [("title", .string(title))]
    if !doc.isEmpty { members.append(("description", .string(doc))) }
    members += [
      typeMember("object", isNullable: isNullable),
      ("properties", .object(fields.map { ($0.name, $0.jsonSchema) })),
    ]
    if !required.isEmpty { members.append(("required", .array(required.map(JSONText.string)))) }
    return members + [("additionalProperties", .literal("false"))]
  }
}

extension Field {
  /// A key that may be left out may also stand without a value, which is JSON's null.
  fileprivate var jsonSchema: JSONText {
    var members = type.jsonMembers(isNullable: !isRequired)
    members.removeAll { $0.key == "description" }
    members.append(("description", .string(doc)))
    if let defaultValue { members.append(("default", defaultValue.json)) }
    return .object(members)
  }
}

extension FieldType {
  fileprivate func jsonMembers(isNullable: Bool) -> [(key: String, value: JSONText)] {
    switch self {
    case .text: return [typeMember("string", isNullable: isNullable)]
    case .path: return [typeMember("string", isNullable: isNullable), ("minLength", .literal("1"))]
    case .flag: return [typeMember("boolean", isNullable: isNullable)]
    case .integer(let range):
      return [typeMember("integer", isNullable: isNullable)]
        + bounds(range.lowest.map(String.init), range.highest.map(String.init))
    case .number(let range):
      return [typeMember("number", isNullable: isNullable)]
        + bounds(range.lowest.map(numberText), range.highest.map(numberText))
    case .scalar:
      let types = ["string", "number", "boolean"] + (isNullable ? ["null"] : [])
      return [("type", .array(types.map(JSONText.string)))]
    case .choice, .level:
      let korean =
        if case .level = self { Level.allCases.compactMap(\.title.korean) } else { [] as [String] }
      let names = (allowed + korean).map(JSONText.string)
      return [("enum", .array(names + (isNullable ? [.literal("null")] : [])))]
    case .list(let item, let minimumCount):
      let least: [(key: String, value: JSONText)] =
        minimumCount > 0 ? [("minItems", .literal(String(minimumCount)))] : []
      return [
        typeMember("array", isNullable: isNullable),
        ("items", .object(item.jsonMembers(isNullable: false))),
      ] + least
    case .mapping(let schema): return schema.objectMembers(isNullable: isNullable)
    case .dictionary(let item):
      return [
        typeMember("object", isNullable: isNullable),
        ("additionalProperties", .object(item.jsonMembers(isNullable: false))),
      ]
    case .localizedText:
      let text = JSONText.object([("type", .string("string"))])
      return alternatives(
        [text, .object(Decoder.languages.objectMembers(isNullable: false))], isNullable)
    case .secret:
      return alternatives(
        Decoder.secretPlaces.fields.map { field in
          let single = Schema(
            title: Decoder.secretPlaces.title, doc: field.doc,
            fields: [Field(field.name, field.type, isRequired: true, doc: field.doc)])
          return .object(single.objectMembers(isNullable: false))
        }, isNullable)
    default:
      return [typeMember("string", isNullable: isNullable)]
        + (pattern.map { [("pattern", .string($0))] } ?? [])
    }
  }

  /// The form of the values that are written as a text with rules of its own.
  private var pattern: String? {
    switch self {
    case .day: return "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
    case .percentage: return "^[0-9.eE+ ]+%$"
    case .quantity(let dimension):
      let units = dimension.units.map(\.rawValue).joined(separator: "|")
      let periods = Unit.Dimension.time.units.map(\.rawValue).joined(separator: "|")
      return "^[-+0-9._ ]+(\(units)) *(/ *(\(periods)))?$"
    case .product: return "^(\(ProductCode.editions.joined(separator: "|")))/([0-9]{2}){1,5}$"
    case .subject: return "^[^:]+:.+$"
    case .marking: return "^TLP:(CLEAR|GREEN|AMBER|AMBER\\+STRICT|RED)( REL .+)?$"
    case .country: return "^[A-Z]{3}$"
    default: return nil
    }
  }
}

extension SettingValue {
  fileprivate var json: JSONText {
    switch self {
    case .integer, .number, .flag: .literal(written)
    case .localized(let text):
      .object([("en", .string(text.english))] + (text.korean.map { [("ko", .string($0))] } ?? []))
    case .list(let items): .array(items.map(\.json))
    case .mapping(let values):
      .object(
        values.names.compactMap { name in
          values.entries[name].map { (name, $0.value.json) }
        })
    default: .string(written)
    }
  }
}

private func typeMember(_ type: String, isNullable: Bool) -> (key: String, value: JSONText) {
  ("type", isNullable ? .array([.string(type), .string("null")]) : .string(type))
}

private func bounds(_ lowest: String?, _ highest: String?) -> [(key: String, value: JSONText)] {
  [("minimum", lowest), ("maximum", highest)].compactMap { key, bound in
    bound.map { (key, .literal($0)) }
  }
}

private func alternatives(_ options: [JSONText], _ isNullable: Bool)
  -> [(key: String, value: JSONText)]
{
  let null = JSONText.object([("type", .string("null"))])
  return [("anyOf", .array(options + (isNullable ? [null] : [])))]
}

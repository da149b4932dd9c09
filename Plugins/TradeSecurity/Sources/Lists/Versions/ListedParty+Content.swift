internal import JSONReading
internal import Kernel
internal import PartyIdentifiers
internal import Vocabulary

/// A party as a text and back, to keep what an entry was in an earlier version.
extension ListedParty {
  /// Everything that the entry says, the same text for the same content.
  var content: String {
    func text(_ value: String?) -> JSONValue { value.map(JSONValue.text) ?? .null }
    return JSONValue.object([
      "entry": .text(entry), "kind": .text(kind.rawValue), "section": text(section),
      "programmes": .texts(programmes), "title": text(title), "gender": text(gender),
      "remarks": text(remarks), "listed_on": text(listedOn?.description),
      "names": .list(
        names.map { .list([.text($0.kind.rawValue), .text($0.text), text($0.language)]) }),
      "countries": .list(
        countries.map { .list([.text($0.role), text($0.text), text($0.detail)]) }),
      "identifiers": .list(
        identifiers.map {
          .list([.text($0.kind), .text($0.number), text($0.country), .text($0.scheme.rawValue)])
        }),
      "dates": .list(
        dates.map {
          .list([
            .text($0.role), .text($0.date.text), text($0.date.earliest?.description),
            text($0.date.latest?.description), .flag($0.date.isApproximate),
          ])
        }),
      "relations": .list(relations.map { .list([.text($0.kind), .text($0.name)]) }),
    ]).compact
  }

  /// Reads a party from its content.
  ///
  /// - Throws: `TowerError` for a text that no party gave.
  init(content: String) throws {
    let tree: JSONTree
    do throws(JSONFault) {
      tree = try JSONTree(Array(content.utf8))
    } catch {
      throw ListedParty.damage(content)
    }
    guard let entry = tree["entry"]?.text, let kind = Kind(rawValue: tree["kind"]?.text ?? "")
    else { throw ListedParty.damage(content) }
    self.init(entry: entry, kind: kind)
    section = tree["section"]?.text
    programmes = (tree["programmes"]?.items ?? []).compactMap(\.text)
    title = tree["title"]?.text
    gender = tree["gender"]?.text
    remarks = tree["remarks"]?.text
    listedOn = tree["listed_on"]?.text.flatMap { try? Day($0) }
    func rows(_ key: String) -> [[JSONTree]] { (tree[key]?.items ?? []).map(\.items) }
    names = rows("names").map {
      Name(
        kind: Name.Kind(rawValue: $0[0].text ?? "") ?? .alias, text: $0[1].text ?? "",
        language: $0[2].text)
    }
    countries = rows("countries").map {
      Country(role: $0[0].text ?? "", text: $0[1].text, detail: $0[2].text)
    }
    identifiers = rows("identifiers").map {
      Identifier(
        kind: $0[0].text ?? "", number: $0[1].text ?? "", country: $0[2].text,
        scheme: .init(rawValue: $0[3].text ?? ""))
    }
    dates = rows("dates").map {
      Date(
        role: $0[0].text ?? "",
        date: PartialDate(
          $0[1].text ?? "", earliest: $0[2].text.flatMap { try? Day($0) },
          latest: $0[3].text.flatMap { try? Day($0) }, isApproximate: $0[4] == .flag(true)))
    }
    relations = rows("relations").map { Relation(kind: $0[0].text ?? "", name: $0[1].text ?? "") }
  }

  private static func damage(_ content: String) -> TowerError {
    TowerError(.integrity, "an earlier content of an entry cannot be read: \(content.prefix(80))")
  }
}

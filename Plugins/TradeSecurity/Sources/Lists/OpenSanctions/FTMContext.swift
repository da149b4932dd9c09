internal import JSONReading
internal import Kernel

/// What entities of a file say about others: links, sanctions, addresses and documents.
struct FTMContext {
  /// The relations of each party, by its identifier.
  private(set) var relations: [String: [ListedParty.Relation]] = [:]
  /// The sanctions of each party.
  private(set) var sanctions: [String: [JSONTree]] = [:]
  /// The addresses by their own identifier.
  private(set) var addresses: [String: JSONTree] = [:]
  /// The documents of each party.
  private(set) var documents: [String: [JSONTree]] = [:]

  /// Reads the file once; lines that are no JSON are left to the second reading.
  init(path: String) throws {
    let stream = try ByteStream(path: path)
    var links: [(from: String, relation: String, to: String)] = []
    var names: [String: String] = [:]
    try JSONLines(path, next: stream.next).forEach { line, number in
      guard let entity = try? JSONTree(line, line: number), let schema = entity["schema"]?.text,
        let identifier = entity["id"]?.text
      else { return }
      if let link = FTMSchema.links[schema] {
        for from in entity.texts(link.from) {
          for to in entity.texts(link.to) { links.append((from, link.relation, to)) }
        }
      } else if schema == "Sanction" {
        for party in entity.texts("entity") { sanctions[party, default: []].append(entity) }
      } else if schema == "Address" {
        addresses[identifier] = entity
      } else if schema == "Identification" || schema == "Passport" {
        for party in entity.texts("holder") { documents[party, default: []].append(entity) }
      } else if FTMSchema.parties.contains(schema) {
        names[identifier] = entity["caption"]?.text ?? entity.texts("name").first
      }
    }
    for link in links {
      relations[link.from, default: []].append(
        ListedParty.Relation(
          kind: link.relation, name: names[link.to] ?? link.to, entry: link.to))
    }
  }
}

extension JSONTree {
  /// The texts of a property of an entity; a nested entity gives its identifier.
  func texts(_ property: String) -> [String] {
    (self["properties"]?[property]?.items ?? []).compactMap { value in
      let text = value.text ?? value["id"]?.text
      let words = (text ?? "").split(whereSeparator: \.isWhitespace)
      return words.isEmpty ? nil : words.joined(separator: " ")
    }
  }

  /// The entities that stand inside a property.
  func nested(_ property: String) -> [JSONTree] {
    (self["properties"]?[property]?.items ?? []).filter { $0["schema"] != nil }
  }
}

internal import Kernel
internal import Reference
internal import Store
internal import Tabular
internal import Vocabulary

/// A record of a file of inputs, with the names that its fields may hold.
struct InputRecord {
  let record: CSVRecord
  let names: InputNames

  /// A text that must stand there.
  func text(_ index: Int, _ what: String) throws -> String {
    guard let text = record.text(index), !text.isEmpty else {
      throw CSVRefusal("\(what) is expected in field \(index + 1)")
    }
    return text
  }

  /// A text that may be left out.
  func note(_ index: Int) -> Value { record.isEmpty(index) ? .null : Value(record.text(index)) }

  /// A number that must stand there.
  func number(_ index: Int, _ what: String, in range: ClosedRange<Double>) throws -> Double {
    guard let number = record.number(index), range.contains(number) else {
      let bounds =
        range.upperBound.isFinite
        ? " from \(range.lowerBound) to \(range.upperBound)" : " of \(range.lowerBound) or more"
      throw CSVRefusal("'\(record.text(index) ?? "?")' is not \(what)\(bounds)")
    }
    return number
  }

  /// A number that is null where nothing stands, because it is not known.
  func optionalNumber(_ index: Int, _ what: String, in range: ClosedRange<Double>) throws -> Value {
    record.isEmpty(index) ? .null : .real(try number(index, what, in: range))
  }

  func year(_ index: Int) throws -> Int {
    guard let year = record.integer(index), (1900...2100).contains(year) else {
      throw CSVRefusal("'\(record.text(index) ?? "?")' is not a year")
    }
    return year
  }

  /// A day that is null where nothing stands.
  func optionalDay(_ index: Int) throws -> Day? {
    guard !record.isEmpty(index) else { return nil }
    do {
      return try Day(record.text(index) ?? "")
    } catch {
      throw CSVRefusal(error.description)
    }
  }

  func material(_ index: Int, orAll: Bool = false) throws -> String {
    let name = try text(index, "a material")
    if orAll, name == "*" { return name }
    try names.materials.check(name)
    return name
  }

  func country(_ index: Int) throws -> String {
    try names.check(try text(index, "a country"), among: names.countries, "a country")
  }

  /// A country or a group, or another word that the column allows.
  func importer(_ index: Int, or extra: String? = nil) throws -> String {
    let name = try text(index, "an importer")
    if name == extra { return name }
    return try names.check(
      name, among: names.countries + names.groups, "a country or a group")
  }
}

/// The names that the store knows, for checking the fields of a file.
struct InputNames {
  let materials: CommodityMaterials
  let countries: [String]
  let groups: [String]

  init(_ connection: Connection) throws {
    materials = try CommodityMaterials(connection)
    countries = try Countries.identifiers(connection)
    groups = try Countries.groups(connection)
  }

  func check(_ name: String, among known: [String], _ what: String) throws -> String {
    guard known.contains(name) else {
      let near = nearest(to: name, in: known, limit: 1).first.map { "; did you mean \($0)?" }
      throw CSVRefusal("'\(name)' is not \(what) that the store knows\(near ?? "")")
    }
    return name
  }
}

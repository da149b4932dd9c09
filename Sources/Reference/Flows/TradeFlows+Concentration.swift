public import FlowColumns
public import Store

extension TradeFlows {
  /// Whose imports are measured.
  public enum Importers: Sendable {
    /// Every country on its own.
    case every
    /// One country (ISO 3166-1 alpha-3).
    case country(String)
    /// The members of a group, as one importer: what they buy of each other is left out.
    case group([String])
  }

  /// The concentration of trade in some products of one year; countries are BACI's numbers.
  public struct Concentrations: Sendable {
    /// That of imports, by product and importer; the importer of a group is zero.
    public let imports: [ImportConcentration]
    /// That of world exports, by product.
    public let exports: [ExportConcentration]
  }

  /// The concentration of imports and of world exports in a year, by product.
  ///
  /// - Parameter prefixes: the leading digits of the products that are wanted; nil for all.
  public static func concentrations(
    edition: String, year: Int, importers: Importers, prefixes: [String]? = nil,
    _ connection: Connection
  ) throws -> YearReader<Concentrations> {
    let numbers = try CountryNumbers(connection)
    let group: Set<UInt16>?
    let country: UInt16?
    switch importers {
    case .every: (group, country) = (nil, nil)
    case .country(let name): (group, country) = (nil, numbers.number(name) ?? 0)
    case .group(let members): (group, country) = (Set(members.compactMap(numbers.number)), nil)
    }
    return try YearReader(edition: edition, year: year, prefixes: prefixes, connection) {
      segment, products in
      var imports =
        group.map { segment.importConcentrations(ofGroup: $0, products: products) }
        ?? segment.importConcentrations(of: products)
      if let country { imports = imports.filter { $0.importer == country } }
      return Concentrations(imports: imports, exports: segment.exportConcentrations(of: products))
    }
  }

  /// How importers depend on the world in a year, by product and importer.
  ///
  /// - Parameters:
  ///   - importer: the one country that is wanted; nil for every one.
  ///   - prefixes: the leading digits of the products that are wanted; nil for all.
  public static func dependences(
    edition: String, year: Int, importer: String? = nil, prefixes: [String]? = nil,
    _ connection: Connection
  ) throws -> YearReader<[ImportDependence]> {
    let numbers = try CountryNumbers(connection)
    // No country has the number zero: one that is not known imports nothing.
    let wanted = importer.map { numbers.number($0) ?? 0 }
    return try YearReader(edition: edition, year: year, prefixes: prefixes, connection) {
      $0.dependences(of: wanted, products: $1)
    }
  }

  /// How a group depends on the world outside it in a year, by product.
  ///
  /// - Parameters:
  ///   - members: the countries of the group.
  ///   - prefixes: the leading digits of the products that are wanted; nil for all.
  public static func dependences(
    edition: String, year: Int, ofGroup members: [String], prefixes: [String]? = nil,
    _ connection: Connection
  ) throws -> YearReader<[GroupDependence]> {
    let numbers = Set(members.compactMap(try CountryNumbers(connection).number))
    return try YearReader(edition: edition, year: year, prefixes: prefixes, connection) {
      $0.dependences(ofGroup: numbers, products: $1)
    }
  }

  /// The countries (ISO 3166-1 alpha-3) by BACI's numbers.
  public static func countries(_ connection: Connection) throws -> [UInt16: String] {
    let countries = try CountryNumbers(connection)
    return Dictionary(uniqueKeysWithValues: zip(countries.numbers, countries.identifiers))
  }
}

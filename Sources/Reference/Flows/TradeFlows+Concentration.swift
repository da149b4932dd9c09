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

  /// Gives the concentration of imports and of world exports in a year to a closure, some products at a
  /// time and in their order, so that memory does not grow with the year.
  ///
  /// - Parameter prefixes: the leading digits of the products that are wanted; nil for all.
  /// - Throws: `TowerError` for a damaged segment; what the closure throws.
  public static func forEachConcentration(
    edition: String, year: Int, importers: Importers, prefixes: [String]? = nil,
    _ connection: Connection, _ body: (Concentrations) throws -> Void
  ) throws {
    let reader = try ConcentrationReader(
      edition: edition, year: year, importers: importers, prefixes: prefixes, connection)
    while let some = try reader.next() { for part in some { try body(part) } }
  }

  /// The countries by BACI's numbers.
  public static func countries(_ connection: Connection) throws -> [UInt16: String] {
    let countries = try CountryNumbers(connection)
    return Dictionary(uniqueKeysWithValues: zip(countries.numbers, countries.identifiers))
  }
}

/// Measures the segments of a year some at a time, on both cores.
public final class ConcentrationReader {
  private let store: FlowSegments
  private let products: [ClosedRange<UInt32>]?
  private let importers: TradeFlows.Importers
  private let numbers: Set<UInt16>
  private var entries: ArraySlice<FlowSegments.Entry>

  private static let segmentsAtOnce = 32

  /// Stands before the first product of a year.
  ///
  /// - Parameter prefixes: the leading digits of the products that are wanted; nil for all.
  public init(
    edition: String, year: Int, importers: TradeFlows.Importers, prefixes: [String]? = nil,
    _ connection: Connection
  ) throws {
    let countries = try CountryNumbers(connection)
    self.importers = importers
    numbers =
      switch importers {
      case .every: []
      case .country(let country): Set([countries.number(country)].compactMap { $0 })
      case .group(let members): Set(members.compactMap(countries.number))
      }
    products = try prefixes?.map { try FlowQuery.products(under: $0) }
    store = FlowSegments(edition: edition, connection: connection)
    entries = try store.entries(FlowQuery(year: year, products: products))[...]
  }

  /// The next products, in parts that follow each other; nil at the end of the year.
  ///
  /// - Throws: `TowerError` for a damaged segment.
  public func next() throws -> [TradeFlows.Concentrations]? {
    guard !entries.isEmpty else { return nil }
    let some = Array(entries.prefix(ConcentrationReader.segmentsAtOnce))
    entries = entries.dropFirst(some.count)
    let (products, importers, numbers) = (products, importers, numbers)
    return try store.map(some, quantities: false) { segment in
      let imports =
        switch importers {
        case .every: segment.importConcentrations(of: products)
        case .country:
          segment.importConcentrations(of: products).filter { numbers.contains($0.importer) }
        case .group: segment.importConcentrations(ofGroup: numbers, products: products)
        }
      return TradeFlows.Concentrations(
        imports: imports, exports: segment.exportConcentrations(of: products))
    }
  }
}

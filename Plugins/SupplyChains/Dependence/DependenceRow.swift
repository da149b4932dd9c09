/// How one importer, a country or a group, depends on the world for one product in one year.
///
/// Criteria: CEPII GeoDep (Vicard & Wibaux, "EU strategic dependencies: a long view", CEPII Policy
/// Brief 41, 2023): C1 concentration of imports, C2 concentration of world exports, C3 imports above
/// exports. A group has the three core dependency indicators of the European Commission (SWD(2021)
/// 352) as well: CDI1 is its concentration of imports, CDI2 its share from outside, CDI3 its ratio of
/// imports to exports.
public struct DependenceRow: Sendable, Hashable {
  /// The dense code of the product.
  public let product: Int
  /// The dense code of the importer; nil for a group.
  public let importer: Int?
  /// What is imported; for a group what comes from outside it.
  public let imports: Double
  /// How many countries supply it.
  public let suppliers: Int
  /// The Herfindahl-Hirschman index of the imports over suppliers.
  public let importConcentration: Double
  /// The share of the largest supplier.
  public let topShare: Double
  /// The dense code of the largest supplier, the lowest of equal ones.
  public let topSupplier: Int
  /// The Herfindahl-Hirschman index of world exports over exporters.
  public let worldConcentration: Double
  /// What is exported; for a group what its members export, to each other as well.
  public let exports: Double
  /// Imports over exports; 9999 where nothing is exported, as CEPII writes it.
  public let importExportRatio: Double
  /// For a group: the share of its members' imports that comes from outside; nil for a country.
  public let outsideShare: Double?

  /// Gathers the figures of a row.
  public init(
    product: Int, importer: Int?, imports: Double, suppliers: Int, importConcentration: Double,
    topShare: Double, topSupplier: Int, worldConcentration: Double, exports: Double,
    importExportRatio: Double, outsideShare: Double?
  ) {
    self.product = product
    self.importer = importer
    self.imports = imports
    self.suppliers = suppliers
    self.importConcentration = importConcentration
    self.topShare = topShare
    self.topSupplier = topSupplier
    self.worldConcentration = worldConcentration
    self.exports = exports
    self.importExportRatio = importExportRatio
    self.outsideShare = outsideShare
  }

  /// Criterion 1: imports are concentrated.
  public func isConcentrated(_ bounds: DependenceThresholds) -> Bool {
    importConcentration > bounds.concentration
  }

  /// Criterion 2: world exports are concentrated.
  public func isConcentratedInTheWorld(_ bounds: DependenceThresholds) -> Bool {
    worldConcentration > bounds.concentration
  }

  /// Criterion 3: more is imported than exported.
  public func exceedsExports(_ bounds: DependenceThresholds) -> Bool {
    importExportRatio > bounds.importExportRatio
  }

  /// Whether criteria 1, 2 and 3 hold together.
  public func meetsAll(_ bounds: DependenceThresholds) -> Bool {
    isConcentrated(bounds) && isConcentratedInTheWorld(bounds) && exceedsExports(bounds)
  }

  /// How far criteria 1 to 3 are met together: the smallest of the three numbers over its bound,
  /// above 1 exactly where `meetsAll` holds, but for rounding.
  public func margin(_ bounds: DependenceThresholds) -> Double {
    min(
      importConcentration / bounds.concentration, worldConcentration / bounds.concentration,
      importExportRatio / bounds.importExportRatio)
  }

  /// Why the row rests on too little; empty when it does not.
  public func thin(_ bounds: ThinBounds) -> [ThinData] {
    (suppliers < bounds.suppliers ? [.few(suppliers)] : [])
      + (imports < bounds.value ? [.little(imports)] : [])
  }

  /// Whether the three core dependency indicators of a group hold together; nil for a country.
  public func meetsCoreIndicators(_ bounds: DependenceThresholds) -> Bool? {
    guard let outsideShare else { return nil }
    return isConcentrated(bounds) && outsideShare > bounds.outsideShare && exceedsExports(bounds)
  }
}

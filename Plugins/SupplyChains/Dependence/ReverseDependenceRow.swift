/// How a partner depends on the home country for one product: the test of dependence with the roles
/// swapped (Vicard & Wibaux, CEPII Policy Brief 41, 2023, on reverse dependence).
public struct ReverseDependenceRow: Sendable, Hashable {
  /// The dense code of the country that sells.
  public let home: Int
  /// The dense code of the country that buys.
  public let partner: Int
  /// The dense code of the product.
  public let product: Int
  /// What the partner buys from home.
  public let sales: Double
  /// What the partner imports; of a group, from outside it.
  public let partnerImports: Double
  /// The share of the partner's imports that comes from home, from 0 to 1.
  public let share: Double
  /// From how many countries the partner imports.
  public let suppliers: Int
  /// The Herfindahl-Hirschman index of the partner's imports over suppliers.
  public let importConcentration: Double
  /// Whether home is its largest supplier; of equal ones the lower code is.
  public let isTopSupplier: Bool
  /// The dense code of its largest other supplier; nil when home is the only one.
  public let topOtherSupplier: Int?
  /// The share of that supplier in the partner's imports.
  public let topOtherShare: Double
  /// Home's share of what all countries export, from 0 to 1.
  public let shareOfWorldExports: Double
  /// The Herfindahl-Hirschman index of world exports over exporters.
  public let worldConcentration: Double
  /// What countries other than home and the partner export to the world.
  public let otherExports: Double
  /// The Herfindahl-Hirschman index of those exports over exporters; nil when there is none.
  public let otherConcentration: Double?
  /// The share of home's own exports of the product that goes to the partner: what home would lose.
  public let shareOfHomeExports: Double
  /// What the partner exports of the product itself; of a group, to the outside.
  public let partnerExports: Double

  /// How many times the others export what home sells the partner.
  public var otherCover: Double { otherExports / sales }

  /// The partner's imports over its exports; 9999 where it exports nothing, as CEPII writes it.
  public var importExportRatio: Double {
    partnerExports > 0 ? partnerImports / partnerExports : 9999
  }

  /// Whether the partner depends on home: its criteria 1 to 3 hold, and home is its largest supplier.
  public func dependsOnHome(_ bounds: DependenceThresholds) -> Bool {
    isTopSupplier && importConcentration > bounds.concentration
      && worldConcentration > bounds.concentration
      && importExportRatio > bounds.importExportRatio
  }
}

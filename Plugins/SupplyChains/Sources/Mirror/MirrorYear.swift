internal import Dependence
internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// What both sides report of the flows of a year, groups counted as one country.
///
/// Of a group only those flows are compared that both sides report: reports of its other members
/// stand beside them.
struct MirrorYear {
  /// The reports on what one country or group sells another of one product.
  struct Flow {
    let product: ProductCode
    let exporter: String
    let importer: String
    /// What exporters report of the flows that importers report as well, free on board; nil without.
    fileprivate(set) var exported: Double?
    /// What importers report of the same flows, with freight and insurance; nil without.
    fileprivate(set) var imported: Double?
    /// What exporters alone report; nil without.
    fileprivate(set) var onlyExported: Double?
    /// What importers alone report; nil without.
    fileprivate(set) var onlyImported: Double?
    /// How much of what exporters report had come in before; nil where they report none.
    fileprivate(set) var reExported: Double?
    /// The reporters of whom no report on the product is held at all, in alphabetical order.
    fileprivate(set) var silent: Set<String> = []
  }

  /// By importer, product and exporter.
  let flows: [Flow]
  let sources: [String]

  /// Matches the reports of a year.
  ///
  /// - Parameter product: one product or heading only; nil for all.
  init(
    edition: String, year: Int, product: ProductCode?, groups: CountryGroups,
    _ connection: Connection
  ) throws {
    let reports = try ReportedFlows.reports(
      edition: edition, year: year, of: product, connection)
    var sides: [Key: Sides] = [:]
    var held: Set<Reporter> = []
    for report in reports {
      let isImport = report.direction == .imports
      guard isImport || [.exports, .reExports].contains(report.direction) else { continue }
      if report.direction != .reExports {
        held.insert(Reporter(report.product, report.reporter, isImport: isImport))
      }
      let key = Key(
        product: report.product, exporter: isImport ? report.partner : report.reporter,
        importer: isImport ? report.reporter : report.partner)
      switch report.direction {
      case .imports: sides[key, default: Sides()].imported = report.value
      case .exports: sides[key, default: Sides()].exported = report.value
      default: sides[key, default: Sides()].reExported = report.value
      }
    }
    var found: [Key: Flow] = [:]
    for (key, side) in sides.sorted(by: { $0.key < $1.key }) {
      let pair = Key(
        product: key.product, exporter: groups[key.exporter], importer: groups[key.importer])
      guard pair.exporter != pair.importer else { continue }
      var flow =
        try found[pair]
        ?? Flow(
          product: ProductCode(edition: edition, digits: key.product), exporter: pair.exporter,
          importer: pair.importer)
      flow.add(side)
      for (country, isImport) in [(key.exporter, false), (key.importer, true)]
      where !held.contains(Reporter(key.product, country, isImport: isImport)) {
        flow.silent.insert(country)
      }
      found[pair] = flow
    }
    flows = found.values.sorted {
      ($0.importer, $0.product, $0.exporter) < ($1.importer, $1.product, $1.exporter)
    }
    sources = Set(reports.map(\.source)).sorted()
  }

  private struct Key: Hashable, Comparable {
    let product: String
    let exporter: String
    let importer: String

    static func < (first: Key, second: Key) -> Bool {
      (first.product, first.exporter, first.importer)
        < (second.product, second.exporter, second.importer)
    }
  }

  private struct Reporter: Hashable {
    let product: String
    let country: String
    let isImport: Bool

    init(_ product: String, _ country: String, isImport: Bool) {
      self.product = product
      self.country = country
      self.isImport = isImport
    }
  }

  fileprivate struct Sides {
    var exported: Double?
    var imported: Double?
    var reExported: Double?
  }
}

extension MirrorYear.Flow {
  fileprivate mutating func add(_ side: MirrorYear.Sides) {
    func sum(_ total: Double?, _ more: Double?) -> Double? {
      more.map { $0 + (total ?? 0) } ?? total
    }
    if side.exported != nil, side.imported != nil {
      exported = sum(exported, side.exported)
      imported = sum(imported, side.imported)
    } else {
      onlyExported = sum(onlyExported, side.exported)
      onlyImported = sum(onlyImported, side.imported)
    }
    reExported = sum(reExported, side.reExported)
  }

  /// The gap of what both sides report; nil where no flow has both.
  func gap(margin: Double) -> MirrorGap? {
    MirrorGap(exported: exported, imported: imported, margin: margin)
  }
}

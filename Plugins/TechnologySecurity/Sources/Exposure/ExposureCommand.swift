internal import Kernel
internal import Store
internal import Vocabulary

/// The command `technology exposure`.
enum ExposureCommand {
  static let command = Command(
    "technology exposure",
    summary: "Tells which technologies stand on a product or material, and through which step.",
    discussion: """
      A heading such as hs92/2846 meets the products below it. Where a use is recorded by a wider code
      than the product asked for, or in another edition, it cannot be told; what is missing is named.
      Nothing found says only that the register has no such use.
      """,
    parameters: [
      Parameter("product", .product, doc: "The product, with its edition."),
      Parameter(
        "material", .entity(domain: TechnologyDomains.materials),
        doc: "The material, or one element of the rare earths."),
    ],
    columns: ExposureTable.columns,
    examples: [
      "technology exposure --product hs92/284690", "technology exposure --material gallium",
    ]
  ) { invocation in
    let arguments = invocation.arguments
    let targets =
      (arguments.optionalProduct("product").map { [ExposureTarget.product($0)] } ?? [])
      + (arguments.optionalText("material").map { [ExposureTarget.material($0)] } ?? [])
    guard let target = targets.first, targets.count == 1 else {
      throw TowerError(.usage, "give --product or --material, one of the two")
    }
    return try invocation.tower.read { connection in
      let register = try TechnologyRegister(connection)
      guard !register.technologies.isEmpty else { throw TechnologyDomains.emptyRegister }
      let exposure = Exposure(of: target, in: register, on: invocation.asOf)
      return CommandResult(
        columns: ExposureTable.columns, rows: ExposureTable.rows(exposure, on: invocation.asOf),
        notes: notes(exposure), sources: register.sources,
        marking: try SourceRegister.marking(of: register.sources, connection))
    }
  }

  private static func notes(_ exposure: Exposure) -> [String] {
    var notes: [String] = []
    if !exposure.missing.isEmpty {
      notes.append(
        "cannot tell for every use; missing: "
          + exposure.missing.map(\.english).joined(separator: "; "))
    }
    if exposure.matches.isEmpty {
      notes.append("no use on record meets it; that does not mean that no technology stands on it")
    }
    return notes
  }
}

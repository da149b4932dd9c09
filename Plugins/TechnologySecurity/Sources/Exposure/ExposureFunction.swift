internal import Kernel
internal import Store
internal import Vocabulary

/// The table function `technology_exposure`.
enum ExposureFunction {
  static let descriptor = FunctionDescriptor(
    "technology_exposure", doc: "A step of a technology that stands on a product or material.",
    arguments: [
      .required(
        "product_or_material", .text,
        doc: "A product with its edition, such as hs92/284690, a material or an element.")
    ],
    columns: ExposureTable.columns, estimatedRows: 20
  ) { call in
    let text = try call.text("product_or_material")
    let target: ExposureTarget
    do {
      target = try ExposureTarget(text)
    } catch {
      throw TowerError(.usage, "\(error)")
    }
    let register = try TechnologyRegister(call.reader)
    return RowProducer(
      ExposureTable.rows(Exposure(of: target, in: register, on: call.asOf), on: call.asOf))
  }
}

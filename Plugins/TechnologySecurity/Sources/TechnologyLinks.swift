internal import Kernel

/// Which tables of the module are links.
enum TechnologyLinks {
  static let all = [
    LinkDescriptor(
      "uses", table: "technology_use", source: technology, target: "'product:' || product",
      doc: "A technology needs a product in one of its steps."),
    LinkDescriptor(
      "uses", table: "technology_use", source: technology, target: "'material:' || material",
      doc: "A technology needs a material in one of its steps."),
    LinkDescriptor(
      "makes", table: "technology_make", source: technology, target: "'product:' || product",
      doc: "A product is made with a technology."),
    LinkDescriptor(
      "holds", table: "technology_holding", source: "'party:' || holder", target: technology,
      doc: "An institution holds a technology."),
    LinkDescriptor(
      "controlled_as", table: "technology_control_code", source: technology,
      target: "'control:' || regime || '/' || code",
      doc: "A technology falls under an entry of a control list."),
  ]

  private static let technology = "'technology:' || technology"
}

internal import Configuration

/// The schema of a file of holders: institutions and what they hold.
///
/// There is no key for a person, and none for where anybody comes from; a file that has one is
/// refused like any other unknown key.
enum HolderFile {
  static let schema = Schema(
    title: "Holders", doc: "Institutions that hold technologies.",
    fields: [
      Field(
        "holders", .list(.mapping(holder), minimumCount: 1), isRequired: true, doc: "The holders.")
    ])

  private static let holder = Schema(
    title: "Holder", doc: "An institution that holds technologies.",
    fields: [
      Field("id", .text, isRequired: true, doc: "The identifier."),
      Field("name", .localizedText, isRequired: true, doc: "The name."),
      Field(
        "synthetic", .flag, isRequired: true, doc: "Whether it is invented for demonstration."),
      Field(
        "holdings", .list(.mapping(holding), minimumCount: 1), isRequired: true,
        doc: "What it holds."),
    ])

  private static let holding = Schema(
    title: "Holding", doc: "A technology that it holds.",
    fields: [
      Field("technology", .text, isRequired: true, doc: "The technology."),
      Field(
        "state_funded", .choice(Standing.names), isRequired: true,
        doc: "Whether the state paid for its research."),
    ])
}

internal import Configuration

/// How far walks over links go before they stop and say so.
struct LinkLimits: Sendable, Hashable {
  /// The links of one relation that a walk follows from one subject.
  let perSubject: Int
  /// The links of a computed relation, heaviest first, that a walk follows from one subject.
  let heaviest: Int
  /// The subjects that one walk meets.
  let subjects: Int
  /// The shortest paths that are shown.
  let paths: Int

  static let fields = [
    Field(
      "links_per_subject", .integer(1...10_000_000), default: .integer(1000),
      doc: "Links of one relation that a walk follows from one subject: a hub has millions."),
    Field(
      "heaviest_links", .integer(1...100_000), default: .integer(20),
      doc:
        "Links of trade that a walk follows from one subject, heaviest first: all trade with all."
    ),
    Field(
      "walk_subjects", .integer(1...100_000_000), default: .integer(200_000),
      doc: "Subjects that one walk meets before it stops: each takes memory."),
    Field(
      "shortest_paths", .integer(1...10_000), default: .integer(10),
      doc: "Shortest paths that are shown: between two hubs there are thousands."),
  ]

  init(_ settings: SettingValues) {
    perSubject = settings.integer("links_per_subject")
    heaviest = settings.integer("heaviest_links")
    subjects = settings.integer("walk_subjects")
    paths = settings.integer("shortest_paths")
  }
}

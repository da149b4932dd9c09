internal import Store
internal import Vocabulary

/// The command `show`: one page about anything.
enum ShowCommand {
  static func make(_ limits: LinkLimits) -> Command {
    Command(
      "show",
      summary: "Shows one page about anything: what it is, and what all modules know of it.",
      discussion: """
        Its own facts, its links by module, what restricts or lists it, the latest finding of each \
        indicator, the findings of the last briefs, and the sources of all that. Links hold on the \
        day of --as-of. People's data are shown with --purpose alone, which goes to the ledger.
        """,
      parameters: [
        .positional("subject", .subjectName, doc: "The subject as kind:id, or any name of it."),
        Parameter(
          "language", .choice(Language.allCases.map(\.rawValue)), .defaulted("en"),
          doc: "The language of names, headings and sentences."),
        Parameter(
          "links", .integer(1...100_000), .defaulted("10"),
          doc: "How many links of one relation are shown, heaviest first."),
      ], columns: PageWords(.english).facts,
      examples: ["show gallium", "show product:hs92/280530 --language ko"]
    ) { invocation in
      let tower = invocation.tower
      return try tower.read { connection in
        func graph(of relations: Set<String>?) -> LinkGraph {
          LinkGraph(
            tower, connection, asOf: invocation.asOf, knownAt: invocation.knownAt, limits: limits,
            relations: relations)
        }
        let whole = graph(of: nil)
        let known = KnownSubjects(tower, connection)
        let subject = try known.resolve(invocation.arguments.text("subject"), in: whole)
        // People's data are read after the purpose is in the ledger, as in a question.
        try tower.record(
          "show \(subject)", [],
          reading: SubjectPage.personalColumns(of: subject.kind, tower.registry),
          invocation.options)
        var page = SubjectPage(
          subject, tower, connection, whole, upwards: graph(of: SubjectPage.upwards),
          words: PageWords(Language(rawValue: invocation.arguments.text("language")) ?? .english),
          options: invocation.options)
        return try page.result(links: invocation.arguments.integer("links"))
      }
    }
  }
}

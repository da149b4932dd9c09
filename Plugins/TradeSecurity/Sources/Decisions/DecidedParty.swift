internal import Kernel
internal import NameMatching
internal import Store
internal import Vocabulary

/// The party that a decision is about.
struct DecidedParty {
  /// Which party.
  let key: String
  let name: String
  /// What is compared of it.
  let fields: ComparedFields
  /// Where it comes from, beside the question.
  let sources: [String]

  /// Reads the party that the arguments name.
  ///
  /// - Throws: `TowerError` when they name none, or two.
  init(_ invocation: Invocation, _ connection: Connection) throws {
    let arguments = invocation.arguments
    let (asked, portfolio) = (
      arguments.optionalText("name"), arguments.optionalText("portfolio")
    )
    switch (asked, portfolio, arguments.optionalText("party")) {
    case (let asked?, nil, nil): try self.init(asked: asked, arguments, connection)
    case (nil, let portfolio?, let party?):
      let held = try Portfolio.named(portfolio, invocation.tower.deployment, connection)
      guard let fields = try held.party(party, connection) else {
        throw TowerError(.failed, "the portfolio '\(portfolio)' has no party '\(party)'")
      }
      self.init(
        key: held.key(of: party), name: fields.primaryName, fields: fields, sources: [held.source])
    default:
      throw TowerError(
        .usage, "say which party: --name as it was asked, or --portfolio and --party")
    }
  }

  private init(key: String, name: String, fields: ComparedFields, sources: [String]) {
    self.key = key
    self.name = name
    self.fields = fields
    self.sources = sources
  }

  private init(asked: String, _ arguments: Arguments, _ connection: Connection) throws {
    let query = ScreenQuery(row: nil, try CountryTexts(connection)) { field in
      switch field {
      case "name": asked
      case "birth_date": arguments.optionalText("birth-date")
      case "identifier":
        arguments.texts("identifier").isEmpty
          ? nil : arguments.texts("identifier").joined(separator: ";")
      default: arguments.all[field] == nil ? nil : arguments.optionalText(field)
      }
    }
    guard query.unread.isEmpty else {
      throw TowerError(.usage, "not understood: " + query.unread.joined(separator: ", "))
    }
    let fields = ComparedFields(query)
    self.init(key: StandingDecisions.party(fields), name: asked, fields: fields, sources: [])
  }
}

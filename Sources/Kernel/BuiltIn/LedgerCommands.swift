internal import Store
internal import Vocabulary

extension Ledger {
  static let table = TableDescriptor(
    "tower_ledger", doc: "An entry of the append-only, hash-chained record.",
    columns: [
      Column("number", .integer, doc: "Its number, from 1 without gaps."),
      Column("at", .text, doc: "When it was written."),
      Column("actor", .text, doc: "The agency that wrote it."),
      Column("kind", .text, doc: "What was done."),
      Column("subject", .text, doc: "What it was done to."),
      Column("body", .json, doc: "The particulars."),
      Column("previous_hash", .text, doc: "The hash of the entry before."),
      Column("hash", .text, doc: "The hash of this entry."),
    ])
}

/// Commands about the ledger.
enum LedgerCommands {
  static let all = [verify, head, list]

  private static let verify: Command = Command(
    "ledger verify", summary: "Checks the chain of the ledger and names the first broken entry.",
    columns: [
      Column("answer", .text, doc: "'intact' or 'broken'."),
      Column("entries", .integer, doc: "How many entries are intact."),
      Column("reason", .text, doc: "What is wrong with the first broken entry."),
    ],
    examples: ["ledger verify"]
  ) { invocation in
    switch try invocation.tower.read({ try Ledger.verify($0) }) {
    case .intact(let entries, _):
      return CommandResult(
        columns: verify.columns, rows: [[.text("intact"), .integer(entries), .null]])
    case .broken(let number, let reason):
      var result = CommandResult(
        columns: verify.columns,
        rows: [[.text("broken"), .integer(number - 1), .text("entry \(number): \(reason)")]])
      result.status = .integrity
      return result
    }
  }

  private static let head: Command = Command(
    "ledger head", summary: "Prints the number and the hash of the last entry.",
    discussion: """
      Keep it, or have another agency sign it: the chain proves what follows from a head, but only
      a head kept elsewhere proves that the whole chain was not written anew.
      """,
    columns: [
      Column("number", .integer, doc: "The number of the last entry."),
      Column("hash", .text, doc: "Its hash."),
      Column("agency", .text, doc: "The agency whose ledger it is."),
    ],
    examples: ["ledger head"]
  ) { invocation in
    let agency = invocation.tower.deployment.agency.identifier
    switch try invocation.tower.read({ try Ledger.verify($0) }) {
    case .intact(let entries, let hash):
      return CommandResult(
        columns: head.columns, rows: [[.integer(entries), .text(hash), .text(agency)]])
    case .broken(let number, let reason):
      throw TowerError(.integrity, "the ledger is broken at entry \(number): \(reason)")
    }
  }

  private static let list: Command = Command(
    "ledger list", summary: "Lists the entries of the ledger, oldest first.",
    columns: table.columns, examples: ["ledger list --format ndjson"]
  ) { invocation in
    let entries = try invocation.tower.read { try Ledger.entries($0) }
    return CommandResult(
      columns: table.columns,
      rows: entries.map {
        [
          .integer($0.number), .text($0.at), .text($0.actor), .text($0.kind), .text($0.subject),
          .text($0.body), .text($0.previousHash), .text($0.hash),
        ]
      })
  }

  private static let table = Ledger.table
}

import Kernel
import TestSupport
import Testing
import Vocabulary

@Suite("The lens on a transfer of technology")
struct TransferLensTests {
  private let whole: TechnologyTower

  init() throws {
    whole = try TechnologyTower.whole()
  }

  private func duties(_ subjects: String) throws -> [Finding] {
    try whole.read(whole.event("kind: transfer, subjects: [\(subjects)]")).filter {
      $0.indicator == "transfer_duty"
    }
  }

  @Test("gives the duty of each holder on record for both acts, due on the day of the transfer")
  func everyHolder() throws {
    let found = try duties("\"technology:dram-memory\"")
    #expect(found.map(\.object?.identifier) == ["hanbit-memory", "hanbit-memory"])
    #expect(found.allSatisfy { $0.due == (try? Day("2026-12-01")) && $0.status == .known })
    #expect(found[0].statement.english.hasPrefix("Before an export of DRAM memory on 2026-12-01"))
    #expect(found[0].statement.english.contains("needs the minister's approval"))
    #expect(found[0].statement.english.contains("synthetic demonstration data"))
    #expect(found[0].evidence.contains { $0.english.contains("Article 11 (1)") })
    #expect(found[1].evidence.contains { $0.english.contains("Article 11-2 (1)") })
  }

  @Test("keeps to the holder that the event names, and to its technologies where it names none")
  func namedHolder() throws {
    let foreign = try duties("\"technology:dram-memory\", \"party:garam-flash\"")
    #expect(foreign.map(\.object?.identifier) == ["garam-flash", "garam-flash"])
    #expect(
      foreign.first?.missing.first?.english.contains("no holding is on record") == true)
    let all = try duties("\"party:hanbit-memory\"")
    #expect(
      all.map(\.subject.identifier)
        == ["dram-memory", "dram-memory", "high-bandwidth-memory", "high-bandwidth-memory"])
    #expect(all.last?.statement.english.contains("must notify the minister") == true)
  }

  @Test("what is not known of the core status, the funding or the party is what is missing")
  func unknowns() throws {
    let core = try #require(try duties("\"technology:ndfeb-magnets\"").first)
    #expect(core.missing.count == 1)
    #expect(core.due == nil)
    #expect(core.statement.english.contains("may owe a duty"))
    let funding = try #require(try duties("\"technology:foundry-logic\"").first)
    #expect(funding.statement.english.contains("which of the two cannot be told"))
    let party = try #require(try duties("\"party:nobody\"").first)
    #expect(party.subject == Subject(kind: "party", identifier: "nobody"))
    #expect(party.missing.count == 1)
    let holder = try #require(try duties("\"technology:multilayer-ceramic-capacitors\"").first)
    #expect(holder.statement.english.contains("no holder is on record"))
  }

  @Test("another kind of event asks for no duty")
  func otherKinds() throws {
    let event = try whole.event("kind: listing, subjects: [\"technology:dram-memory\"]")
    let found = try whole.read(event)
    #expect(!found.isEmpty)
    #expect(!found.contains { $0.indicator == "transfer_duty" })
  }
}

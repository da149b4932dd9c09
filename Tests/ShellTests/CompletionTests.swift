import Configuration
import Kernel
import Store
import TestSupport
import Testing
import Vocabulary

@testable import Shell

/// A module whose names can be completed.
private struct NamesModule: Module {
  static let identity = ModuleIdentity(
    identifier: "names", title: LocalizedText("Names", korean: "이름"))

  init(settings: SettingValues) {}

  var descriptor: ModuleDescriptor {
    var descriptor = ModuleDescriptor()
    descriptor.tables = [
      TableDescriptor(
        "names_site", doc: "A site.",
        columns: [
          Column("site", .text, doc: "It."), Column("country", .country, doc: "Where it is."),
        ])
    ]
    descriptor.functions = [
      FunctionDescriptor(
        "names_near", doc: "A site near another.",
        arguments: [.required("origin", .text, doc: "The other.")],
        columns: [Column("distance", .real, unit: "km", doc: "How far.")]
      ) { _ in RowProducer([]) }
    ]
    descriptor.domains = [
      ValueDomain("country", fillHint: "") { _ in
        [
          .init("DEU", names: ["Germany", "독일"]),
          .init("KOR", names: ["Korea, Republic of", "대한민국"]),
          .init("PRK", names: ["Korea, Democratic People's Republic of"]),
          .init("XAA", names: ["alpha \"A\" \\ land"]), .init("XAB", names: ["BETA one", "BETAS"]),
        ]
      }
    ]
    descriptor.subjectKinds = [SubjectKind("country") { _, _ in nil }]
    descriptor.commands = [
      Command(
        "names list", summary: "Lists.",
        parameters: [
          .positional("country", .entity(domain: "country", extra: ["all"]), doc: "Whose."),
          Parameter("kind", .choice(["mine", "plant", "port"]), doc: "Which."),
          Parameter("closed", .flag, doc: "Closed ones too."),
          Parameter("about", .subject, doc: "What."),
        ]
      ) { _ in CommandResult() },
      Command("names", summary: "Counts.") { _ in CommandResult() },
    ]
    return descriptor
  }
}

@Suite("Completion")
struct CompletionTests {
  private let folder = ScratchFolder()
  private let completer: Completer

  init() throws {
    let modules: [any Module.Type] = [KernelModule.self, NamesModule.self]
    let tower = Tower(
      deployment: try Deployment.defaults(modules: modules.map { $0.identity }),
      registry: try Registry(modules), clock: .fixed(try Instant("2026-11-24T00:00:00Z")),
      storePath: folder.file("tower.db"))
    try tower.prepareStore()
    completer = Completer(tower)
  }

  private func candidates(_ line: String, _ following: String = "", earlier: String = "")
    -> [String]
  {
    completer.completion(of: line, following: following, earlier: earlier).candidates
  }

  @Test("offers the first words of commands, of the session and of SQL")
  func firstWords() {
    #expect(candidates("le") == ["ledger"])
    #expect(candidates("f") == ["findings", "format", "functions"])
    #expect(candidates("S") == ["SELECT"])
    #expect(candidates("se") == ["select", "settings"])
    #expect(candidates("").contains("quit"))
    #expect(candidates("tower le") == ["ledger"])
  }

  @Test("offers the next words of a command, also behind help")
  func nextWords() {
    #expect(candidates("ledger ") == ["head", "list", "verify"])
    #expect(candidates("names l") == ["list"])
    #expect(candidates("help ledger v") == ["verify"])
    #expect(candidates("nothing ").isEmpty)
  }

  @Test("offers the options that are not given yet, with the global ones")
  func options() {
    #expect(candidates("names list --c") == ["--closed", "--config"])
    #expect(candidates("names list --closed --c") == ["--config"])
    #expect(candidates("names list --kind=port --k") == ["--known-at"])
  }

  @Test("offers the values of a choice, of a flag of the session and of a format")
  func choices() {
    #expect(candidates("names list --kind p") == ["plant", "port"])
    #expect(candidates("format c") == ["csv"])
    #expect(
      candidates("format ")
        == ["table", "csv", "json", "ndjson", "markdown", "html", "xlsx", "default"])
    #expect(candidates("names list KOR --format n") == ["ndjson"])
  }

  @Test("offers identifiers first, and names in any language once something is typed")
  func entities() {
    #expect(candidates("names list ") == ["all", "DEU", "KOR", "PRK", "XAA", "XAB"])
    #expect(candidates("names list d") == ["DEU"])
    #expect(candidates("names list 대") == ["대한민국"])
    #expect(candidates("names list --kind port 독") == ["독일"])
    #expect(candidates("names list \"Korea, R") == ["Korea, Republic of"])
    #expect(candidates("names list --about country:k") == ["country:KOR"])
    #expect(candidates("names list KOR ").isEmpty)
  }

  @Test("puts a name with spaces in quotes, and takes what candidates share")
  func replacements() {
    func replacement(_ line: String) -> String? { completer.completion(of: line).replacement }
    #expect(replacement("names list \"Korea, R") == "\"Korea, Republic of\" ")
    #expect(replacement("names list Korea") == "\"Korea, ")
    #expect(replacement("names list g") == "Germany ")
    #expect(replacement("names list be") == "BETA")
    #expect(replacement("names list \"be") == "\"BETA")
    #expect(replacement("names list alp") == #""alpha \"A\" \\ land" "#)
    #expect(replacement("names list --kind p") == nil)
    #expect(replacement("led") == "ledger ")
  }

  @Test("offers tables and functions where a source is named")
  func sources() {
    #expect(candidates("SELECT * FROM names") == ["names_near", "names_site"])
    #expect(candidates("SELECT * FROM names_n") == ["names_near("])
    #expect(candidates("SELECT * FROM names_site s JOIN NAMES_S") == ["names_site"])
    #expect(candidates("SELECT * FROM names_site s, names_n") == ["names_near("])
    #expect(candidates("FROM names_s", earlier: "SELECT *\n") == ["names_site"])
    #expect(candidates("SELECT * FROM names_near('a', nam").contains("names_site") == false)
  }

  @Test("offers the columns of the sources that the statement names, on both sides of the cursor")
  func columns() {
    #expect(candidates("SELECT * FROM names_site WHERE si").contains("site"))
    #expect(candidates("SELECT dis", " FROM names_near('a')") == ["distance", "distinct"])
    #expect(candidates("SELECT * FROM names_site s WHERE s.") == ["country", "site"])
    #expect(candidates("SELECT * FROM names_near('a', 1) AS n WHERE n.d") == ["distance"])
    #expect(candidates("SELECT * FROM names_site WHERE site.").isEmpty)
    #expect(candidates("SELECT 1 WHER") == ["WHERE"])
  }

  @Test("offers nothing inside a quoted text or a comment")
  func closed() {
    #expect(candidates("SELECT 'fro").isEmpty)
    #expect(candidates("SELECT 1 -- fro").isEmpty)
    #expect(candidates("b", earlier: "SELECT 'a\n").isEmpty)
  }

  @Test("offers files, and folders to go on from")
  func files() {
    _ = folder.write("facts.csv", "")
    _ = folder.write(".hidden", "")
    #expect(
      candidates("query --file \(folder.path)/f") == [folder.file("facts.csv")])
    let up = folder.path.split(separator: "/").dropLast().map { "/" + $0 }.joined()
    let name = String(folder.path.split(separator: "/").last ?? "")
    let completion = completer.completion(of: "query --file \(up)/\(name)")
    #expect(completion.replacement == folder.path + "/")
  }

  @Test("finds a name among ten thousand in less than five milliseconds")
  func speed() {
    let names = (0..<10_000).map { "Name \($0) of 회사" }
    let index = PrefixIndex(names)
    let clock = ContinuousClock()
    let best = (0..<5).map { _ in
      clock.measure { #expect(index.names(beginning: "name 99").count == 111) }
    }.min()
    #expect(best.map { $0 < .milliseconds(5) } == true)
  }
}

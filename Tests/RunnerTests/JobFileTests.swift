import Configuration
import Kernel
import TestSupport
import Testing

@testable import Runner

@Suite("A job file")
struct JobFileTests {
  private let folder = ScratchFolder()

  private func load(_ text: String) throws -> Job {
    try Job.load(
      path: folder.write("job.yaml", text),
      registry: try makeTower(folder).registry)
  }

  /// The places and messages of the faults of a job, as `line:column message`.
  private func faults(_ text: String) throws -> [String] {
    let error = #expect(throws: ConfigurationError.self) { try load(text) }
    return (error?.diagnostics ?? []).map { "\($0.mark.line):\($0.mark.column) \($0.message)" }
  }

  private func job(run line: String) -> String {
    "id: job\ntitle: Job\nsteps:\n  - id: only\n    run: \(line)\n"
  }

  @Test("gives its steps in their order, with the words of each command line")
  func reads() throws {
    let job = try load(
      """
      id: two-words
      title: {en: Two words, ko: 두 낱말}
      steps:
        - id: first
          title: {en: The first, ko: 첫째}
          run: word keep 'two words'
        - id: second
          run: >-
            word say again
            --level 3 --as-of 2025-01-31
          show: true
      """)
    #expect(job.identifier == "two-words")
    #expect(job.steps.map(\.identifier) == ["first", "second"])
    #expect(job.steps[0].words.map { $0.text { _ in nil } } == ["word", "keep", "two words"])
    #expect(job.steps[1].line == "word say again --level 3 --as-of 2025-01-31")
    #expect(job.steps.map(\.ownOptions) == [[], ["as-of"]])
    #expect(job.steps.map(\.isShown) == [false, true])
  }

  @Test("with ten faults gives ten, each at its place")
  func tenFaults() throws {
    let found = try faults(
      """
      id: Ten_Faults
      titel: Ten
      title: Ten faults
      steps:
        - id: one
          run: word kep x
        - id: one
          run: word say x --levl 3
        - id: three
          run: word say x --level 12
        - id: four
          run: "word say x --file missing.csv"
        - id: five
          run: word keep x y
        - id: six
          run: 'word keep "x'
        - id: seven
          run: >-
            word keep x
            --store other.db
      """)
    #expect(
      found == [
        "1:5 'Ten_Faults' is not an identifier; write lower-case letters and digits, joined by hyphens",
        "2:1 unknown key 'titel'",
        "6:10 there is no command 'word kep'; did you mean word keep?",
        "7:9 the step 'one' stands already in line 5",
        "8:21 there is no option --levl; did you mean --level?",
        "10:29 --level: '12' is not a whole number from 1 to 9",
        "12:29 --file: 'missing.csv' is not a file that can be read",
        "14:22 'y' is one word too many",
        "16:21 the quote \" is not closed",
        "20:7 a step runs on the job's own --store; give it to 'batch run'",
      ])
  }

  @Test("that has other faults has its command lines checked all the same")
  func everyStep() throws {
    let found = try faults("id: job\nsteps:\n  - run: word kep x\n    shw: true\n")
    #expect(found.map { $0.prefix(4) } == ["1:1 ", "3:5 ", "3:10", "4:5 "])
  }

  @Test("refuses what would be ignored: an option of the run, a format that nobody sees")
  func ignored() throws {
    #expect(try faults(job(run: "word keep x --config a.yaml")).count == 2)
    #expect(
      try faults(job(run: "word day --format csv")) == [
        "5:19 the result of the step is not printed; add 'show: true'"
      ])
    #expect(throws: Never.self) { try load(job(run: "word day --format csv\n    show: true")) }
    #expect(
      try faults(job(run: "tower word day")) == [
        "5:10 write the command line without 'tower'"
      ])
    #expect(try faults(job(run: "''")) == ["5:10 the command line is empty"])
  }

  @Test("may name a file that a step before it makes, and none that a later one makes")
  func madeByStep() throws {
    func steps(_ lines: String...) -> String {
      "id: job\ntitle: Job\nsteps:\n"
        + lines.enumerated().map { "  - id: step-\($0.offset)\n    run: \($0.element)\n" }.joined()
    }
    #expect(throws: Never.self) {
      try load(
        steps(
          "word say x --out made", "word say x --file made/by-it.csv --out more",
          "word say x --file more"))
    }
    #expect(
      try faults(steps("word say x --file made", "word say x --out made")).map { $0.prefix(4) }
        == ["5:28"])
    #expect(try faults(steps("word say x --out made", "word say x --file made-up")).count == 1)
  }

  @Test(
    "locates a word however YAML wraps the command line",
    arguments: [
      ("word keep x\n      surplus", "6:7"), ("\"word keep x surplus\"", "5:23"),
      ("'word keep x\n\n      surplus'", "7:7"), (">-\n      word keep\n      x surplus", "7:9"),
      ("|\n      word keep x\n      surplus", "7:7"), ("word keep  x   surplus", "5:25"),
      ("word keep 낱말 surplus", "5:23"), ("\"word\\tkeep x surplus\"", "5:10"),
    ])
  func wrapped(line: String, place: String) throws {
    #expect(try faults(job(run: line)) == ["\(place) 'surplus' is one word too many"])
  }
}

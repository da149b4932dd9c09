import Kernel
import Testing

@Suite("A command line that is checked")
struct CommandLineCheckTests {
  private let parser: CommandLineParser

  init() throws {
    parser = CommandLineParser(
      commands: [
        Command(
          "word say", summary: "Says a word.",
          parameters: [
            .positional("word", .text, doc: "The word."),
            Parameter("level", .integer(1...9), .required, doc: "How loud."),
            Parameter("loud", .flag, doc: "Louder."),
            Parameter("file", .existingFile, doc: "A file."),
            Parameter("year", .years(1962...2100), .defaulted("2023"), doc: "When."),
          ]
        ) { _ in CommandResult() }
      ])
  }

  private func faults(_ line: String) throws -> [String] {
    parser.check(try commandLineWords(line)).faults.map {
      ($0.word.map(String.init) ?? "-") + " " + $0.message
    }
  }

  @Test("gives every fault, those of the global options first, each with its word")
  func everyFault() throws {
    #expect(
      try faults("word say --as-of never a b --level ten --quiet --odd") == [
        "3 --as-of: 'never' is not a date; write YYYY-MM-DD, for example 2025-04-04",
        "7 --level: 'ten' is not a whole number from 1 to 9",
        "9 there is no option --odd",
        "5 'b' is one word too many",
      ])
    #expect(try faults("word say a") == ["- --level INTEGER is missing: How loud."])
    #expect(try faults("word say a --level") == ["3 --level needs a value: INTEGER"])
  }

  @Test("does not blame the value of a misspelt option, nor miss the option that was meant")
  func misspelt() throws {
    #expect(
      try faults("word say --levle 3 a") == ["2 there is no option --levle; did you mean --level?"])
    #expect(
      try faults("word say --levle=3 a") == ["2 there is no option --levle; did you mean --level?"])
    #expect(
      try faults("word say --lod a --level 3") == [
        "2 there is no option --lod; did you mean --loud?"
      ])
  }

  @Test("tells the nearest command, and which file cannot be read")
  func commandAndFile() throws {
    #expect(
      try faults("--quiet wrd say") == ["1 there is no command 'wrd say'; did you mean word say?"])
    let fault = parser.check(["word", "say", "a", "--level=1", "--file=missing"]).faults.first
    #expect(fault?.missingFile == "missing")
    #expect(fault?.word == 4)
  }

  @Test("takes a year, or a range of years with both its ends")
  func years() throws {
    func read(_ text: String) -> ClosedRange<Int>? {
      let (parsed, faults) = parser.check(["word", "say", "a", "--level=1", "--year=\(text)"])
      return faults.isEmpty ? parsed?.arguments.years("year") : nil
    }
    #expect(read("2020") == 2020...2020)
    #expect(read("2019..2024") == 2019...2024)
    for text in ["20", "2019..", "..2019", "2019-2024", "2019..2020..2021", "2019..2101", ""] {
      #expect(read(text) == nil, "\(text)")
    }
    #expect(
      try faults("word say a --level 1 --year 2024..2019") == [
        "6 --year: '2024..2019' ends before it begins; write 2019..2024"
      ])
  }

  @Test("without a fault is read as it is run; what stands behind -- is taken as it is")
  func sound() throws {
    let (parsed, faults) = parser.check(["word", "say", "--level", "2", "--", "--loud"])
    #expect(faults.isEmpty)
    #expect(parsed?.arguments.text("word") == "--loud")
    #expect(
      parsed?.arguments
        == (try parser.parse(["word", "say", "--level=2", "--", "--loud"])).arguments)
  }
}

import FoundationEssentials
import Kernel
import Reference
import Shell
import SupplyChains
import TestSupport
import Testing

@testable import tower

/// The project's own folder.
private let project = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

@Suite("The README")
struct ReadmeTests {
  private let folder = ScratchFolder()

  @Test("every command of the tour runs, one after the other, on a store of its own")
  func tour() throws {
    let readme = String(
      decoding: try Data(contentsOf: URL(filePath: project + "/README.md")), as: UTF8.self)
    let commands = readme.split(separator: "\n").filter { $0.hasPrefix("    tower ") }
    #expect(commands.count >= 9)
    let flows = folder.write(
      "BACI_HS92_Y2023.csv", "t,i,j,k,v,q\n2023,156,410,280530,9.5,1\n2023,156,251,280530,2,\n")
    let program = Program(
      modules: installedModules, environment: ["TOWER_CLOCK": "2026-11-24T00:00:00Z"])
    for command in commands {
      let words = try commandLineWords(String(command)).dropFirst().map { word in
        word.hasPrefix("config/")
          ? project + "/" + word
          : word.hasPrefix("BACI_")
            ? flows
            : word.hasPrefix("var/") ? folder.file(String(word.dropFirst(4))) : word
      }
      let outcome = program.run(words + ["--store", folder.file("tower.db")])
      #expect(outcome.status == .ok, "\(command): \(outcome.messages)")
      #expect(!outcome.output.isEmpty)
    }
  }

  @Test("explains every exit code as the program does")
  func exitCodes() throws {
    let readme = String(
      decoding: try Data(contentsOf: URL(filePath: project + "/README.md")), as: UTF8.self)
    for status in ExitStatus.allCases {
      #expect(readme.contains("| \(status.rawValue) | \(status.meaning) |"))
    }
  }
}

@Suite("The house")
struct HouseTests {
  @Test("every folder of sources and plugins is a target of the manifest")
  func targets() throws {
    let manifest = String(
      decoding: try Data(contentsOf: URL(filePath: project + "/Package.swift")), as: UTF8.self)
    for parent in ["Sources", "Plugins"] {
      for name in try FileManager.default.contentsOfDirectory(atPath: project + "/" + parent) {
        #expect(manifest.contains("\"\(name)\""), "\(parent)/\(name) is not in Package.swift")
      }
    }
  }

  @Test("every command has a summary, examples that parse, and parameters that are explained")
  func commands() throws {
    let registry = try Registry(installedModules)
    for command in registry.commands where !command.name.hasPrefix("import ") {
      #expect(command.summary.hasSuffix("."), "\(command.name)")
      #expect(!command.examples.isEmpty, "\(command.name)")
      for example in command.examples {
        let words = try commandLineWords(example).map { word in
          word.hasSuffix(".db") || word.hasSuffix(".yaml") ? project + "/README.md" : word
        }
        #expect(throws: Never.self, "\(example)") {
          try CommandLineParser(commands: registry.commands).parse(words)
        }
      }
      for parameter in command.parameters { #expect(parameter.doc.hasSuffix(".")) }
    }
  }
}

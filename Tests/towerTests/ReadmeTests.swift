import FoundationEssentials
import Glibc
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

  /// Runs the program in the scratch folder, into which the project's configuration is linked.
  private func run(_ words: [String]) -> Int32 {
    StartedProcess(
      [project + "/.build/debug/tower"] + words, in: folder.path, output: folder.file("output"),
      messages: folder.file("messages"), environment: ["TOWER_CLOCK=2026-11-24T00:00:00Z"]
    ).wait()
  }

  @Test("every command of the tour runs on what the daily job has made, and answers")
  func tour() throws {
    symlink(project + "/config", folder.file("config"))
    #expect(run(["batch", "run", "config/jobs/daily-brief.yaml"]) == 0)
    let readme = String(
      decoding: try Data(contentsOf: URL(filePath: project + "/README.md")), as: UTF8.self)
    let commands = readme.split(separator: "\n").filter { $0.hasPrefix("    tower ") }
    #expect(commands.count >= 25)
    for command in commands {
      let words = Array(try commandLineWords(String(command)).dropFirst())
      #expect(run(words) == 0, "\(command): \(folder.text("messages"))")
      // A workbook goes to its file alone.
      #expect(folder.text("output").isEmpty == command.hasSuffix(".xlsx"), "\(command)")
      // A check of configurations that are right has no row.
      let isEmpty = folder.text("output").contains("(0 rows)")
      #expect(isEmpty == command.contains("config check"), "\(command)")
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

import Configuration
import Glibc
import Kernel
import TestSupport
import Testing

@testable import Shell

@Suite("The lines of a pipe")
struct PipedLinesTests {
  private let folder = ScratchFolder()

  private func read(_ bytes: [UInt8]) throws -> [String] {
    let descriptor = open(folder.write("lines", bytes), O_RDONLY)
    defer { close(descriptor) }
    let lines = PipedLines(descriptor: descriptor)
    let modules: [any Module.Type] = [KernelModule.self]
    let completer = Completer(
      Tower(
        deployment: try Deployment.defaults(modules: modules.map { $0.identity }),
        registry: try Registry(modules), clock: .system(), storePath: nil))
    var texts: [String] = []
    while case .line(let text) = try lines.next(prompt: "", completer: completer, earlier: "") {
      texts.append(text)
    }
    return texts
  }

  @Test("end at line feeds, with or without a carriage return, and the last one at the end")
  func ends() throws {
    #expect(try read(Array("a\r\n\nb 가\nc".utf8)) == ["a", "", "b 가", "c"])
    #expect(try read(Array("a\n".utf8)) == ["a"])
    #expect(try read([]) == [])
  }

  @Test("are whole however long they are")
  func long() throws {
    let texts = [String(repeating: "한", count: 50_000), "b", String(repeating: "x", count: 70_000)]
    #expect(try read(Array(texts.joined(separator: "\n").utf8)) == texts)
  }

  @Test("that are no text, or hold a zero byte, are refused")
  func refused() {
    #expect(throws: TowerError.self) { _ = try read([0x61, 0xE9, 0x0A]) }
    #expect(throws: TowerError.self) { _ = try read([0x61, 0, 0x0A]) }
  }
}

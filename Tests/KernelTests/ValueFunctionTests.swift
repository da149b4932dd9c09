import Configuration
import Kernel
import Store
import Testing
import Vocabulary

@Suite("A function of values")
struct ValueFunctionTests {
  private let adversary: AdversaryTower

  init() throws { adversary = try AdversaryTower() }

  private func value(_ call: String) throws -> Value {
    try adversary.ask("SELECT \(call)")[0][0]
  }

  @Test("converts quantities within a dimension, amounts to amounts and rates to rates")
  func quantities() throws {
    #expect(try value("quantity(5, 't', 'kg')") == 5000.0)
    #expect(try value("quantity(365, 't/yr', 'kg/d')") == 1000.0)
    #expect(try value("quantity(NULL, 't', 'kg')") == .null)
    for call in [
      "quantity(5, 't', 'USD')", "quantity(5, 't', 't/yr')", "quantity(5, 'stone', 't')",
      "quantity('five', 't', 'kg')",
    ] {
      let fault = #expect(throws: TowerError.self) { try value(call) }
      #expect(fault?.message.hasPrefix("quantity: ") == true)
    }
  }

  @Test("names the indicators whose values stand for a level")
  func levels() throws {
    let fault = #expect(throws: TowerError.self) { try value("level('nothing', 1)") }
    #expect(fault?.message.contains("there is no indicator 'nothing'") == true)
  }

  @Test("called with another number of arguments says how it is called")
  func arguments() throws {
    let fault = #expect(throws: TowerError.self) { try value("quantity(5, 't')") }
    #expect(fault?.hints.last == "call it as quantity(value, unit, to_unit)")
  }

  @Test("and all else that is declared is in the tables of introspection")
  func introspection() throws {
    #expect(
      try adversary.ask(
        "SELECT kind, signature, result FROM tower_functions WHERE function = 'adversary_total'")
        == [["aggregate", "adversary_total(text)", "integer"]])
    #expect(
      try adversary.ask(
        "SELECT personal FROM tower_columns WHERE table_name = 'adversary_open' ORDER BY column_name"
      )
        == [[0], [1], [0], [0]])
    for table in ["modules", "tables", "arguments", "commands", "parameters", "settings"] {
      let count = try adversary.ask("SELECT count(*) FROM tower_\(table)")[0][0].integer ?? 0
      #expect(count > 0, "tower_\(table)")
    }
    #expect(
      try adversary.ask("SELECT value FROM tower_settings WHERE setting = 'questions.max_rows'")
        == [["1000"]])
  }

  @Test("is never one of SQLite's own under another meaning")
  func names() {
    struct Thief: Module {
      static let identity = ModuleIdentity(identifier: "sum", title: LocalizedText("Thief"))
      init(settings: SettingValues) {}
      var descriptor: ModuleDescriptor {
        var descriptor = ModuleDescriptor()
        descriptor.scalars = [
          ScalarDescriptor(
            "sum", doc: "Not a sum.", arguments: [], result: .integer, example: ("sum()", "0")
          ) { { _ in 0 } }
        ]
        return descriptor
      }
    }
    #expect(throws: RegistrationError.self) { try Registry([Thief.self]) }
  }
}

import Configuration
import Kernel
import SupplyChains
import Testing
import Vocabulary

@Suite("The settings of supply chains")
struct SettingsTests {
  private let schema = Schema(
    title: "Supply", doc: "Settings.", fields: SupplyChainsModule.identity.settings)

  private func module(_ text: String) throws -> SupplyChainsModule {
    try SupplyChainsModule(settings: schema.decode(YAML.parse(text: text, file: "tower.yaml")))
  }

  @Test("have a default each, with which the module stands")
  func defaults() throws {
    for field in SupplyChainsModule.identity.settings { #expect(field.defaultValue != nil) }
    _ = try module("{concentration: 0.5}")
  }

  @Test("refuse a level that begins below a lower one, at its place")
  func order() {
    let error = #expect(throws: ConfigurationError.self) {
      try module("attention_share: 20%\ncaution_share: 15%\nserious_share: 40%\n")
    }
    #expect(error?.diagnostics.map(\.mark.line) == [2, 3])
    #expect(error?.diagnostics.first?.message.contains("attention_share") == true)
  }

  @Test("refuse a watch list that a product leaves above where it enters")
  func watchlist() {
    let error = #expect(throws: ConfigurationError.self) {
      try module("watchlist_leave: 1.2\nwatchlist_tier_1: 1.1\n")
    }
    #expect(
      Set(error?.diagnostics.map(\.message) ?? []) == [
        "1.2 is above watchlist_enter, 1", "1.3 is above watchlist_tier_1, 1.1",
      ])
  }
}

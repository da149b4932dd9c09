import Configuration
import Kernel
import Store
import Testing
import Vocabulary

private struct First: Module {
  static let identity = ModuleIdentity(identifier: "first", title: LocalizedText("First"))
  init(settings: SettingValues) {}
  var descriptor: ModuleDescriptor { ModuleDescriptor() }
}

private struct Second: Module {
  static let identity = ModuleIdentity(
    identifier: "second", title: LocalizedText("Second"), requires: ["first"])
  init(settings: SettingValues) {}
  var descriptor: ModuleDescriptor { ModuleDescriptor() }
}

private struct Chicken: Module {
  static let identity = ModuleIdentity(
    identifier: "chicken", title: LocalizedText("Chicken"), requires: ["egg"])
  init(settings: SettingValues) {}
  var descriptor: ModuleDescriptor { ModuleDescriptor() }
}

private struct Egg: Module {
  static let identity = ModuleIdentity(
    identifier: "egg", title: LocalizedText("Egg"), requires: ["chicken"])
  init(settings: SettingValues) {}
  var descriptor: ModuleDescriptor { ModuleDescriptor() }
}

private struct Intruder: Module {
  static let identity = ModuleIdentity(
    identifier: "intruder", title: LocalizedText("Intruder"), prefixes: ["intruder", "first"])
  init(settings: SettingValues) {}
  var descriptor: ModuleDescriptor {
    var descriptor = ModuleDescriptor()
    descriptor.tables = [TableDescriptor("trade_measure", doc: "Not its own.", columns: [])]
    return descriptor
  }
}

private func faults(
  _ modules: [any Module.Type], disabled: Set<String> = []
) -> [RegistrationFault] {
  do {
    _ = try Registry(modules, disabledModules: disabled)
    return []
  } catch {
    return (error as? RegistrationError)?.faults ?? []
  }
}

@Suite("Registering modules")
struct RegistryTests {
  @Test("places each module after those it requires, in whatever order they are listed")
  func order() throws {
    let registry = try Registry([Second.self, First.self])
    #expect(registry.entries.map(\.identity.identifier) == ["first", "second"])
  }

  @Test("refuses a circle, a duplicate and a missing requirement, each with its cause")
  func refusals() {
    #expect(faults([Chicken.self, Egg.self]) == [.cycle(["chicken", "egg", "chicken"])])
    #expect(faults([First.self, First.self]).contains(.duplicate(identifier: "first")))
    #expect(
      faults([Second.self]) == [
        .missingRequirement(module: "second", requires: "first", isInstalled: false)
      ])
    #expect(
      faults([First.self, Second.self], disabled: ["first"]) == [
        .missingRequirement(module: "second", requires: "first", isInstalled: true)
      ])
  }

  @Test("refuses a prefix that another module has, and a table outside the module's own")
  func prefixes() {
    let found = faults([First.self, Intruder.self])
    #expect(found.contains(.sharedPrefix("first", modules: ["first", "intruder"])))
    #expect(
      found.contains(
        .foreignName(
          kind: "table", name: "trade_measure", module: "intruder",
          prefixes: ["intruder", "first"])))
  }

  @Test("keeps a disabled module at hand, without its commands")
  func disabled() throws {
    let registry = try Registry([First.self, Second.self], disabledModules: ["second"])
    #expect(registry.entries.map(\.identity.identifier) == ["first"])
    #expect(registry.disabled.map(\.identity.identifier) == ["second"])
  }
}

// swift-tools-version: 6.2
import PackageDescription

// Every target is listed by hand: the manifest is cached by content, so a list read from the file
// system would go stale. A test compares this list with the folders.

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A library of the house, under Sources/, with its tests under Tests/.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> [Target] {
  [
    .target(
      name: name, dependencies: dependencies, path: "Sources/\(name)", swiftSettings: strict),
    .testTarget(
      name: "\(name)Tests", dependencies: [.target(name: name), "TestSupport"] + dependencies,
      path: "Tests/\(name)Tests", swiftSettings: strict),
  ]
}

/// A domain plugin: it may use Reference and Kernel and its own engines, never another plugin.
func plugin(_ name: String, engines: [String] = []) -> [Target] {
  let engineTargets: [Target] = engines.flatMap { engine -> [Target] in
    [
      .target(
        name: engine, dependencies: ["Vocabulary", "Concentration"],
        path: "Plugins/\(name)/\(engine)", swiftSettings: strict),
      .testTarget(
        name: "\(engine)Tests",
        dependencies: [.target(name: engine), "Vocabulary", "Tabular", "TestSupport"],
        path: "Plugins/\(name)/Tests/\(engine)Tests", swiftSettings: strict),
    ]
  }
  let below: [Target.Dependency] =
    ["Vocabulary", "Tabular", "Concentration", "Configuration", "Store", "Kernel", "Reference"]
  let own = engines.map { Target.Dependency.target(name: $0) }
  return engineTargets + [
    .target(
      name: name, dependencies: below + own,
      path: "Plugins/\(name)/Sources", swiftSettings: strict),
    .testTarget(
      name: "\(name)Tests", dependencies: [.target(name: name), "TestSupport"] + below + own,
      path: "Plugins/\(name)/Tests/\(name)Tests", swiftSettings: strict),
  ]
}

func system(_ name: String, pkgConfig: String, package: String) -> Target {
  .systemLibrary(
    name: name, path: "Sources/\(name)", pkgConfig: pkgConfig, providers: [.apt([package])])
}

let systemLibraries: [Target] = [
  system("CSQLite", pkgConfig: "sqlite3", package: "libsqlite3-dev"),
  system("CYAML", pkgConfig: "yaml-0.1", package: "libyaml-dev"),
  system("CZlib", pkgConfig: "zlib", package: "zlib1g-dev"),
  system("CSodium", pkgConfig: "libsodium", package: "libsodium-dev"),
]

let house: [Target] =
  room("Vocabulary")
  + room("Tabular")
  + room("Concentration")
  + room("Configuration", ["CYAML", "Vocabulary"])
  + room("Store", ["CSQLite", "Vocabulary"])
  + room("Kernel", ["CZlib", "CSodium", "Vocabulary", "Tabular", "Configuration", "Store"])
  + room(
    "Reference",
    ["Vocabulary", "Tabular", "Concentration", "Configuration", "Store", "Kernel"])
  + room("Shell", ["Vocabulary", "Configuration", "Store", "Kernel"])

let plugins: [Target] =
  plugin("SupplyChains", engines: ["Dependence"])
  + plugin("TradeSecurity", engines: ["MeasureStatus"])

let everyRoom: [Target.Dependency] = [
  "Vocabulary", "Configuration", "Store", "Kernel", "Reference", "Shell", "SupplyChains",
  "TradeSecurity",
]

let package = Package(
  name: "tower",
  products: [.executable(name: "tower", targets: ["tower"])],
  targets: systemLibraries + house + plugins + [
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .executableTarget(
      name: "tower", dependencies: everyRoom, path: "Sources/tower", swiftSettings: strict),
    .testTarget(
      name: "towerTests",
      dependencies: [.target(name: "tower"), "Tabular", "TestSupport"] + everyRoom,
      path: "Tests/towerTests", swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

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
func room(
  _ name: String, _ dependencies: [Target.Dependency] = [], tests: [Target.Dependency] = []
) -> [Target] {
  [
    .target(
      name: name, dependencies: dependencies, path: "Sources/\(name)", swiftSettings: strict),
    .testTarget(
      name: "\(name)Tests",
      dependencies: [.target(name: name), "TestSupport"] + dependencies + tests,
      path: "Tests/\(name)Tests", swiftSettings: strict),
  ]
}

/// An engine: pure computation, in the folder of its plugin, below every other room of the plugin.
///
/// `over` are the engines that it stands on.
func engine(_ name: String, of plugin: String, over: [Target.Dependency]) -> [Target] {
  [
    .target(
      name: name, dependencies: ["Vocabulary", "Concentration", "Sampling"] + over,
      path: "Plugins/\(plugin)/\(name)", swiftSettings: strict),
    .testTarget(
      name: "\(name)Tests",
      dependencies: [.target(name: name), "Vocabulary", "Tabular", "JSONReading", "TestSupport"]
        + over,
      path: "Plugins/\(plugin)/Tests/\(name)Tests", swiftSettings: strict),
  ]
}

/// Engines that stand on others of their plugin.
let enginesBelow: [String: [Target.Dependency]] = ["NameMatching": ["PartyIdentifiers"]]

/// A domain plugin: it may use Reference and Kernel and its own engines, never another plugin.
func plugin(
  _ name: String, engines: [String] = [], systemLibraries: [Target.Dependency] = []
) -> [Target] {
  let below: [Target.Dependency] =
    [
      "Vocabulary", "Tabular", "JSONReading", "Concentration", "Sampling", "FlowColumns",
      "Configuration", "Store", "Kernel",
      "Reference",
    ]
  let own = engines.map { Target.Dependency.target(name: $0) }
  return engines.flatMap { engine($0, of: name, over: enginesBelow[$0] ?? []) } + [
    .target(
      name: name, dependencies: below + own + systemLibraries,
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
  system("CCrypto", pkgConfig: "libcrypto", package: "libssl-dev"),
  system("CXML", pkgConfig: "libxml-2.0", package: "libxml2-dev"),
  system("CXlsxWriter", pkgConfig: "xlsxwriter", package: "libxlsxwriter-dev"),
  system("CEdit", pkgConfig: "libedit", package: "libedit-dev"),
]

let house: [Target] =
  room("Vocabulary")
  + room("Tabular")
  + room("Concentration")
  + room("Concordance", tests: ["Tabular"])
  + room("Sampling")
  + room("JSONReading")
  + room("LinkWalks")
  + room("FlowColumns", ["Tabular"], tests: ["Dependence"])
  + room("Configuration", ["CYAML", "Vocabulary"])
  + room("Store", ["CSQLite", "Vocabulary"], tests: ["store-probe"])
  + room(
    "Kernel",
    [
      "CZlib", "CCrypto", "CXlsxWriter", "Vocabulary", "Tabular", "LinkWalks", "Configuration",
      "Store",
    ])
  + room(
    "Reference",
    [
      "Vocabulary", "Tabular", "Concentration", "Concordance", "FlowColumns", "Configuration",
      "Store", "Kernel",
    ])
  + room("Briefing", ["Vocabulary", "Configuration", "Store", "Kernel"])
  + room("Watching", ["Vocabulary", "Configuration", "Store", "Kernel"])
  + room("Runner", ["Vocabulary", "Configuration", "Store", "Kernel"])
  + room("Shell", ["CEdit", "Vocabulary", "Configuration", "Store", "Kernel"])

let plugins: [Target] =
  plugin("Resources", engines: ["Criticality"])
  + plugin("SupplyChains", engines: ["Dependence", "EarlyWarning", "Watchlist"])
  + plugin(
    "TradeSecurity", engines: ["MeasureStatus", "NameMatching", "Ownership", "PartyIdentifiers"],
    systemLibraries: ["CXML"])
  + plugin("TechnologySecurity", engines: ["TechnologyDuty"])

let everyRoom: [Target.Dependency] = [
  "Vocabulary", "Configuration", "Store", "Kernel", "Reference", "Resources", "SupplyChains",
  "TradeSecurity", "TechnologySecurity", "Briefing", "Watching", "Runner",
  "Shell",
]

let package = Package(
  name: "tower",
  products: [.executable(name: "tower", targets: ["tower"])],
  targets: systemLibraries + house + plugins + [
    .target(
      name: "TestSupport", dependencies: ["CZlib"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .executableTarget(
      name: "store-probe", dependencies: ["Store"], path: "Tests/StoreProbe",
      swiftSettings: strict),
    .executableTarget(
      name: "tower-benchmark",
      dependencies: [
        "FlowColumns", "Kernel", "NameMatching", "Reference", "Resources", "Sampling", "Store",
        "TechnologySecurity",
      ],
      path: "Tests/Benchmarks",
      exclude: [
        "Screening", "batch.py", "criticality.py", "flows.py", "functions.py", "links.py",
        "rescreening.py", "screening.py", "shell.py",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "tower", dependencies: everyRoom, path: "Sources/tower", swiftSettings: strict),
    .testTarget(
      name: "towerTests",
      dependencies: [.target(name: "tower"), "Tabular", "TestSupport"] + everyRoom,
      path: "Tests/towerTests", swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

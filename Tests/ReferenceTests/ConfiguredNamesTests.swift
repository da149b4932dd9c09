import FoundationEssentials
import Kernel
import Reference
import Store
import TestSupport
import Testing
import Vocabulary

@Suite("Names that the configured measures, events and technologies use")
struct ConfiguredNamesTests {
  private let tower: ReferenceTower

  init() throws {
    tower = try ReferenceTower()
    try tower.takePack("materials", "materials_hs92.csv.gz")
    try tower.takePack("product-names", "product_names.csv")
  }

  /// The elements that IUPAC calls rare-earth metals (Red Book 2005, IR-3.5): parts of one material.
  private static let rareEarths: Set<String> = [
    "scandium", "yttrium", "lanthanum", "cerium", "praseodymium", "neodymium", "promethium",
    "samarium", "europium", "gadolinium", "terbium", "dysprosium", "holmium", "erbium", "thulium",
    "ytterbium", "lutetium",
  ]

  private static func lines(_ folder: String) throws -> [String] {
    let path = project + "/config/" + folder
    return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
      .filter { $0.hasSuffix(".yaml") }
      .flatMap { name -> [String] in
        let data = try #require(FileManager.default.contents(atPath: path + "/" + name))
        return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
      }
  }

  /// The words behind a key, one or a list in brackets.
  private static func words(_ key: Regex<(Substring, Substring)>, _ lines: [String]) -> [String] {
    lines.flatMap { line in
      line.matches(of: key).flatMap { match in
        match.output.1.split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init)
      }
    }
  }

  @Test("every material is one of the table, or a single rare earth where elements are meant")
  func materials() throws {
    let known = Set(try tower.texts("SELECT id FROM material"))
    let single = /\bmaterial:\s*([a-z0-9-]+)/
    let list = /\bmaterials:\s*\[([^\]]*)\]/
    for folder in ["events", "technologies"] {
      let named = Self.words(single, try Self.lines(folder))
      #expect(!named.isEmpty)
      #expect(Set(named).subtracting(known).sorted() == [], "in config/\(folder)")
    }
    let measured = Self.words(list, try Self.lines("measures"))
    #expect(measured.contains("gallium"))
    #expect(Set(measured).subtracting(known).subtracting(Self.rareEarths).sorted() == [])
    let elements = Self.words(/\belements:\s*\[([^\]]*)\]/, try Self.lines("technologies"))
    #expect(Set(elements).subtracting(Self.rareEarths).sorted() == [])
  }

  @Test("every product has a short name in English and Korean")
  func products() throws {
    let named = Set(
      try tower.texts(
        "SELECT edition || '/' || code FROM product_name WHERE name_ko IS NOT NULL"))
    for folder in ["events", "technologies", "measures"] {
      let codes = try Self.lines(folder).flatMap { line in
        line.matches(of: /hs[0-9]{2}\/[0-9]+/).map { String($0.output) }
      }
      #expect(codes.count > 1)
      #expect(Set(codes).subtracting(named).sorted() == [], "in config/\(folder)")
    }
  }
}

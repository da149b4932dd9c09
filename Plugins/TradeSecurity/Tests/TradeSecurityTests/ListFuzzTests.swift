import Kernel
import Store
import TestSupport
import Testing

@Suite("Every list parser on damaged files")
struct ListFuzzTests {
  private let trade: TradeTower

  init() throws {
    trade = try TradeTower()
  }

  /// A small right file of each layout, and how it is imported.
  private static let files: [(dataset: String, name: String, text: String)] = [
    (
      "ofac-sdn", "sdn_2021-07.csv",
      """
      1,"LAST, First","individual","SDGT] [IRAN",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB circa 1960; POB Cairo; nationality Egypt; Passport A1 (Egypt) issued 3 May 2007; Linked To: BODY (X); a.k.a. 'Y'."
      2,"SHIP","vessel","CUBA",-0- ,"CL2","Tug",-0- ,"2","Cuba","Owner S.A.","Vessel Registration Identification IMO 9187629."
      \u{1A}
      """
    ),
    (
      "eu-fsf", "eu.xml",
      """
      <export generationDate="2024-05-13T17:44:28"><sanctionEntity logicalId="1" euReferenceNumber="EU.1">
      <remark>R</remark><regulation programme="IRQ"><publicationUrl>u</publicationUrl></regulation>
      <subjectType code="person"/><nameAlias wholeName="Saddam" strong="true" gender="M"/>
      <nameAlias wholeName="Саддам" strong="false" nameLanguage="RU"/>
      <birthdate circa="true" birthdate="1937-04-28" dayOfMonth="28" monthOfYear="4" year="1937" calendarType="GREGORIAN"/>
      <birthdate yearRangeFrom="1930" yearRangeTo="1940"/><citizenship countryDescription="IRAQ"/>
      <identification identificationTypeCode="imo" number="9187629" countryDescription="IRAQ"/>
      <address city="Baghdad"><contactInfo key="a" value="b"/></address></sanctionEntity></export>
      """
    ),
    (
      "un-consolidated", "un.xml",
      """
      <CONSOLIDATED_LIST dateGenerated="2026-03-01T00:00:00Z"><INDIVIDUALS><INDIVIDUAL>
      <FIRST_NAME>A</FIRST_NAME><REFERENCE_NUMBER>X.1</REFERENCE_NUMBER>
      <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>B; C (д)</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_DATE_OF_BIRTH><FROM_YEAR>1960</FROM_YEAR><TO_YEAR>1970</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
      </INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>
      """
    ),
    (
      "uk-ofsi", "conlist.csv",
      """
      Last Updated,13/04/2018
      Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Title,DOB,Town of Birth,Country of Birth,Nationality,Position,Address 1,Address 2,Address 3,Address 4,Address 5,Address 6,Post/Zip Code,Country,Other Information,Group Type,Alias Type,Regime,Listed On,Last Updated,Group ID
      LAST,First,,,,,Mr,00/00/1980,"(1) X (2) Y",Iraq,1) Iraq 2) Iran,,Street,,,,,,1,Iraq,"R, s",Individual,Prime Alias,Iraq,01/04/2016,01/04/2016,1
      OTHER,First,,,,,,00/03/1980,,,,,,,,,,,,,,Individual,FKA,Iraq,01/04/2016,01/04/2016,1
      """
    ),
    (
      "us-csl", "csl_2024-01-01.csv",
      """
      _id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,standard_order,license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,gross_registered_tonnage,vessel_flag,vessel_owner,remarks,source_list_url,alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,source_information_url,ids
      "9","Entity List (EL) - BIS","9","Entity","A; B","Name","","Street, Town, CN; Other, KP","85 FR 1","2020-12-23","","","req","pol","","","","","","","(Linked To: X)","","A1; A2","CN","1965","SY","Place","","Passport, 836, KP; Gender, Male"
      """
    ),
    (
      "bis-dpl", "dpl_2021.txt",
      """
      "Name"\t"Street_Address"\t"City"\t"State"\t"Country"\t"Postal_Code"\t"Effective_Date"\t"Expiration_Date"\t"Standard_Order"\t"Last_Update"\t"Action"\t"FR_Citation"
      "I. ASH"\t"STREET"\t"TOWN"\t"TX"\t"US"\t"75159"\t"06/19/2003"\t"06/29/2056"\t"Y"\t"2007-01-31"\t"NOTICE"\t"68 F.R. 38290"
      """
    ),
    (
      "opensanctions", "simple_2024.csv",
      #"""
      "id","schema","name","aliases","birth_date","countries","addresses","identifiers"
      "1","Person","Ivan","A;""B;C""","1960-05","ru;by","Minsk","AB123"
      """#
    ),
    (
      "opensanctions", "ftm_2024.json",
      """
      {"id":"l","schema":"Family","properties":{"person":["p"],"relative":["q"]}}
      {"id":"p","schema":"Person","target":true,"properties":{"name":["A\\u00e9"],"birthDate":["1960"],"addressEntity":[{"id":"a","schema":"Address","properties":{"full":["x"]}}]}}
      """
    ),
  ]

  private static func damaged(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...5, using: &generator) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0...5, using: &generator) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes.remove(at: place)
      case 2:
        bytes.insert(
          "<>\"',;\t\n{}()&\u{1A}".utf8.randomElement(using: &generator) ?? 0, at: place)
      case 3: bytes.removeSubrange(place..<min(bytes.count, place + 40))
      case 4: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 60)], at: place)
      default:
        let name = [UInt8](repeating: UInt8(ascii: "x"), count: 4_096)
        bytes.insert(contentsOf: name, at: place)
      }
    }
    return bytes
  }

  @Test(
    "an import ends with a report or an error that leaves the list as it was",
    arguments: files.indices)
  func fuzz(index: Int) throws {
    let (dataset, name, text) = Self.files[index]
    let whole = Array(text.utf8)
    try trade.run(["import", dataset, trade.folder.write(name, whole)])
    var generator = SeededGenerator(seed: UInt64(index) + 21)
    var refused = 0
    for _ in 0..<120 {
      let file = trade.folder.write(name, Self.damaged(whole, &generator))
      let before = try state()
      do {
        try trade.run(["import", dataset, file, "--allow-shrink"])
      } catch is TowerError {
        refused += 1
        #expect(try state() == before)
      }
      #expect(try orphans() == 0)
    }
    #expect(refused > 0 && refused < 120)
  }

  private func state() throws -> [[Value]] {
    try trade.tower.read {
      try $0.rows("SELECT list, entry, content_digest FROM trade_list_entry ORDER BY 1, 2")
        + $0.rows("SELECT list, version, base FROM trade_list_version ORDER BY 1, 2")
    }
  }

  /// Rows that belong to no entry, and entries without a name or a digest.
  private func orphans() throws -> Int64? {
    try trade.tower.read {
      try $0.first(
        """
        SELECT (SELECT count(*) FROM trade_list_name n WHERE NOT EXISTS (SELECT 1
            FROM trade_list_entry e WHERE (e.list, e.entry) = (n.list, n.entry)))
          + (SELECT count(*) FROM trade_list_entry e WHERE content_digest = '' OR NOT EXISTS (SELECT 1
            FROM trade_list_name n WHERE n.list = e.list AND n.entry = e.entry))
        """)?[0].integer
    }
  }

  @Test(
    "an entity bomb, an entity without end and a file of another publisher are refused",
    arguments: ["eu-fsf", "un-consolidated", "ofac-sdn"])
  func hostileXML(dataset: String) {
    let bomb = """
      <!DOCTYPE x [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
      <export generationDate="2024-05-13"><sanctionEntity logicalId="&b;"/></export>
      """
    let endless =
      "<export generationDate=\"2024-05-13\"><sanctionEntity><remark>"
      + String(repeating: "x", count: 6 << 20)
    for text in [bomb, endless, "<html><body/></html>", "<", "", "\u{0}\u{0}"] {
      let file = trade.folder.write("sdn.xml", text)
      #expect(throws: TowerError.self) { try trade.run(["import", dataset, file]) }
    }
  }

  @Test(
    "a table of another layout is refused with the columns that are missing and not known",
    arguments: ["us-csl", "bis-dpl", "opensanctions"])
  func otherLayout(dataset: String) {
    let file = trade.folder.write("x_2024.csv", "name,colour\nA,red\n")
    let error = #expect(throws: TowerError.self) { try trade.run(["import", dataset, file]) }
    #expect(error?.hints.first?.hasPrefix("missing: ") == true)
    #expect(error?.hints.contains { $0.hasPrefix("not known: ") } == true)
  }
}

import NameMatching
import TestSupport
import Testing

@Suite("The score of two names")
struct NameScoreTests {
  @Test(
    "the same words meet whatever their order, case, accents, dots and legal form",
    arguments: [
      ("deutsche bank ag", "Deutsche Bank Aktiengesellschaft"), ("ABC Company", "A.B.C. Company"),
      ("JPMorgan Chase Bank NA", "JPMorgan Chase Bank, N.A."),
      ("Stripe LLC", "Stripe Limited Liability Company"), ("Lafert S p A", "LAFERT SPA"),
      ("OAO Gazprom", "Open Joint Stock Company Gazprom"), ("OOO Vostok", "Vostok LLC"),
      ("Strasse Haus GmbH", "Straße Haus"), ("한빛", "(주)한빛"), ("한빛 주식회사", "㈜한빛"),
      ("华信船务有限公司", "华信船务"), ("Газпром", "ПАО \"Газпром\""),
      ("LIMITED COMPANY EQUIPMENT ATLAS", "ATLAS EQUIPMENT COMPANY LIMITED"),
      ("Istanbul Celik", "İSTANBUL ÇELİK A.Ş."), ("Faberlic Sp. z o.o.", "FABERLIC spzoo"),
      ("66th Brigade Ural", "URAL BRIGADE 66"),
    ])
  func sameOrganisation(query: String, listed: String) {
    #expect(score(query, listed) > 0.97)
  }

  @Test(
    "people meet through order, titles, romanisation and misspelling",
    arguments: [
      ("Vladimir Putin", "PUTIN, Vladimir"), ("Vladimir Putin", "PUTIN, Vladimir Vladimirovich"),
      ("Dr. Mamoun HAMDAN", "HAMDAN, Mamun"), ("Vladimir Pulin", "PUTIN, Vladimir"),
      ("Usama bin Ladin", "Osama bin Laden"), ("Moammar Qaddafi", "Muammar Gaddafi"),
      ("Abdulaziz Nooristani", "'Abd al-Aziz al-Nuristani"),
      ("E. ZARGHAMI", "ZARGHAMI, Ezzatollah"),
      ("Sergejs Lavrovs", "LAVROV, Sergey"), ("FridrichBuchenberg", "Friedrich Buchenberg"),
      ("MYONGC-HIN CHANG", "CHANG, Myong-Chin"),
      ("Mkhl Ivnvch BYSTRV", "BYSTROV, Mikhail Ivanovich"),
      ("JC Juncker", "Jean-Claude Juncker"), ("Ben Netanyahu", "Benjamin Netanyahu"),
      ("Ig0r Sech1n", "Igor Sechin"), ("Ali AWKED HATUM", "WAKED HATUM, Ali"),
      ("nituP rimidalV", "Vladimir Putin"), ("Li Jianmin", "LI Jianming"),
    ])
  func samePerson(query: String, listed: String) {
    #expect(score(query, listed, .person) >= 0.7)
  }

  @Test(
    "another word in the place of one is another party",
    arguments: [
      ("Jose Luis CABRERA Carol", "CABRERA SARABIA, Jose Luis"), ("Hala ESFANJANI", "FARAJ, Hala"),
      ("Fuad Mond KHALAF", "KHALAF, Fuad Mohamed"),
      ("SADDAM HUSSEIN AL-DULAIMI", "SADDAM HUSSEIN AL-TIKRITI"),
      ("Boris Vekselberg", "Viktor Vekselberg"), ("Kim Yong-chol", "Kim Jong-sik"),
    ])
  func differentPerson(query: String, listed: String) {
    #expect(score(query, listed, .person) < threshold)
  }

  @Test("letters in disguise, invisible characters and full-width forms are seen through")
  func disguise() {
    #expect(score("АQUILA CАPITAL GROUP", "AQUILA CAPITAL GROUP") == 1)
    #expect(score("ROSHAN MONEY \u{200B}EXCH\u{200D}ANGE", "ROSHAN MONEY EXCHANGE") == 1)
    #expect(score("ＡＱＵＩＬＡ　Ｃａｐｉｔａｌ", "AQUILA CAPITAL") == 1)
    #expect(score("𝐀𝐪𝐮𝐢𝐥𝐚 𝗖𝗮𝗽𝗶𝘁𝗮𝗹", "AQUILA CAPITAL") == 1)
    #expect(score("ⒶⓠⓤⓘⓛⒶ Ⓒⓐⓟⓘⓣⓐⓛ", "AQUILA CAPITAL") == 1)
    #expect(score("LlMITED LIABILITY COMPANY EUROTRANSEXPEDITION", "EUROTRANSEXPEDITION LLC") == 1)
  }

  @Test("a legal form or a common word alone is nobody's name")
  func commonWords() {
    #expect(score("Trading Co", "Damascus Trading Co") < threshold)
    #expect(score("Corp", "Acme Corp") < threshold)
    #expect(score("11420 Corp", "Acme Corp") == 0)
    #expect(score("11420 Corp", "11420 CORP.") == 1)
    #expect(score("Company Limited", "Company, Limited") == 1)
    #expect(score("Westminster Management Company", "Management Company") < threshold)
  }

  @Test("different legal forms count against organisations, and are names in those of people")
  func legalForms() {
    #expect(
      score("Deutsche Bank AG", "Deutsche Bank GmbH") < score("Deutsche Bank AG", "Deutsche Bank"))
    #expect(score("Co Ng", "NG, Co", .person) == 1)
  }

  @Test("firms of two kinds of legal form are two firms, and a form used for any firm says little")
  func oppositeForms() {
    #expect(score("Deutsche Bank AG", "Deutsche Bank GmbH") < threshold)
    #expect(score("OOO Vostok", "Vostok Limited") > threshold)
    #expect(score("OAO Vostok", "Vostok Corporation") > threshold)
  }

  @Test("a number that one side lacks, or another number, is another ship or fund")
  func numbers() {
    #expect(score("Victory", "Victory 3", .vessel) < threshold)
    #expect(score("Acme Fund VIII", "Acme Fund IX") < threshold)
    #expect(score("Acme Fund VIII", "Acme Fund 8") == 1)
  }

  @Test("an initial in front of common words is still an initial, whatever the letter")
  func initialsOfFirms() {
    #expect(score("N. TRADING CORPORATION", "NAMCHON TRADING CORPORATION") >= threshold)
    #expect(score("Y. COMPLEX", "YALBAGHA COMPLEX") >= threshold)
    #expect(score("E. MARINE LTD", "WAVE MARINE LTD") < threshold)
  }

  @Test("Ben in front is a given name, behind another a son")
  func ben() {
    #expect(score("Ben Netanyahu", "Benjamin Netanyahu", .person) > 0.85)
    #expect(score("BEN ALI, Zine", "Zine bin Ali", .person) > threshold)
  }

  @Test("where both sides tell family from given names, each must meet its own")
  func nameParts() {
    var comparison = NameComparison()
    let hans = NameParts(given: "Hans", family: "Friedrich")
    #expect(comparison.factor(hans, NameParts(given: "Hans", family: "FRIEDRICHS")) == 1)
    #expect(comparison.factor(hans, NameParts(given: "Friedrich", family: "Hans")) < threshold)
    #expect(comparison.factor(hans, NameParts(given: "Hans", family: "Müller")) < threshold)
  }

  @Test("kinds of party that are known and differ take from the score")
  func kinds() {
    let same = score("Ivan Vostok", "Ivan Vostok", .vessel, asked: .vessel)
    #expect(score("Ivan Vostok", "Ivan Vostok", .vessel, asked: .person) < same)
    #expect(score("Ivan Vostok", "Ivan Vostok", .vessel) == same)
  }

  @Test("empty names, punctuation, kilobytes and broken text give a score and nothing worse")
  func oddities() {
    let long = String(repeating: "Kim Jong ", count: 3000)
    let odd = [
      "", "?!", "\u{0}", "\u{200B}", "ابن", "🙂🙂", "A", "1", "주", "有限公司", long,
      String(decoding: [0xFF, 0xC3, 0x28, 0x41], as: UTF8.self),
      String(repeating: "x", count: 5000),
      "Ünïcödé 김 Иван محمد 王 カナ ไทย", "\u{1F468}\u{200D}\u{1F469}",
    ]
    for first in odd {
      for second in odd {
        for party in [ListedName.Party.person, .organisation] {
          let value = score(first, second, party)
          #expect(value >= 0 && value <= 1)
        }
      }
    }
  }
}

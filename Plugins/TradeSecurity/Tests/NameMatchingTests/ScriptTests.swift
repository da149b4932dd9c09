import NameMatching
import Testing

@Suite("Names across scripts")
struct ScriptTests {
  @Test(
    "Cyrillic meets its romanisations in many languages",
    arguments: [
      ("Андрей Владимирович ЧЕРНЫШЁВ", "Andrej Vladimirovitj TJERNYSJOV"),
      ("Володимир Зеленський", "Volodymyr Zelenskyy"),
      ("Дмитрий Аркадьевич МАЗЕПИН", "Dmitry Arkadievich MAZEPIN"),
      ("Елизавета Дмитриевна ПЕСКОВА", "Jelizaveta Dmitrijevna PESKOVA"),
      ("Іван Іосіфавіч БАГУСЛАЎСКІ", "Ivan Josephovich BOGUSLAVSKY"), ("Хамас", "Hamas"),
    ])
  func cyrillic(native: String, latin: String) {
    #expect(score(native, latin, .person) >= threshold)
  }

  @Test(
    "the words of institutions meet by what they mean, the places of their adjectives by name",
    arguments: [
      ("Сухопутни войски", "Ground Forces"),
      ("Тамбовский Пороховой Завод", "Tambov Gunpowder Plant"),
      ("Ульяновский механический завод", "Ulyanovsk Mechanical Plant"),
      ("53-та ракетна бригада", "53rd Missile Brigade"),
      ("Κεντρική Τράπεζα της Συρίας", "Central Bank of Syria"), ("القوات المسلحة", "Armed Forces"),
      ("Нарoднaя дружина Дoнбáсса", "People's Druzhina of Donbass"),
    ])
  func institutions(native: String, english: String) {
    #expect(score(native, english) >= threshold)
  }

  @Test("the names of people mean nothing")
  func untranslated() {
    #expect(score("Светлана Победа", "Svetlana POBEDA", .person) >= threshold)
    #expect(score("Победа Волк", "Victory Wolves", .person) < threshold)
  }

  @Test("Greek letters for foreign sounds are read as those, and by the standard")
  func greek() {
    #expect(score("Μουτζαχεντίν", "Mujahedin") >= threshold)
    #expect(score("Ντμίτρι Μπόντιν", "Dmitry Bodin", .person) >= threshold)
    #expect(score("Αντώνης Σαμαράς", "Antonis Samaras", .person) >= threshold)
  }

  @Test("foreign names in Han, parted by a dot, are read by their consonants")
  func transcribed() {
    #expect(score("贝拉克·奥巴马", "Barack Obama", .person) >= threshold)
    #expect(score("弗拉基米尔·普京", "Joe Biden", .person) < threshold)
  }

  @Test(
    "Arabic meets by its consonants, the article and abd aside",
    arguments: [
      ("محمد رضا زهدی", "Mohammad Reza ZAHEDI"),
      ("شمس الرحمن عبد الظاهر", "SHAMS UR-RAHMAN ABDUL ZAHIR"),
      ("فرناندو بيريز", "Fernando Pérez"), ("علي وانوس", "Ali Wannous"),
      ("جوزيف سويد", "Joseph SUWAID"),
      ("عبدالرحمان زاهد", "Abdul Rahman ZAHED"),
    ])
  func arabic(native: String, latin: String) {
    #expect(score(native, latin, .person) >= threshold)
  }

  @Test(
    "Hangul meets every romanisation, surname first or last, syllables joined or split",
    arguments: [
      ("김정은", "KIM Jong Un"), ("김동운", "KIM Tong-un"), ("홍승무", "Sung Mu HONG"),
      ("리신송", "Sin Song RI"),
      ("박영한", "PARK Young Han"), ("렴영", "RYOM Yong"), ("김영철", "Young-cheol KIM"),
      ("변원군", "Won Gun PYON"),
      ("이재명", "Lee Jaemyung"), ("김일수", "KIM Il Su"),
    ])
  func hangul(native: String, latin: String) {
    #expect(score(native, latin, .person) >= threshold)
  }

  @Test(
    "the syllables of a Korean given name stay in order, and another syllable is another person")
  func hangulOrder() {
    #expect(score("은정 김", "KIM, Jong Un", .person) < threshold)
    #expect(score("김정은", "김종은", .person) < threshold)
    #expect(score("김정은", "김정은", .person) == 1)
  }

  @Test("Han is read in Mandarin and in Korean, Greek by ELOT 743, kana by Hepburn")
  func others() {
    #expect(score("陈明国", "CHEN Mingguo", .person) >= threshold)
    #expect(score("金铁三", "Chol Sam Kim", .person) >= threshold)
    #expect(score("Κυριάκος Μητσοτάκης", "Kyriakos Mitsotakis", .person) >= threshold)
    #expect(score("バラク・オバマ", "Barack Obama", .person) >= threshold)
    #expect(score("ბარაკ ობამა", "Barack Obama", .person) >= threshold)
    #expect(score("Հայկ Պետրոսյան", "Hayk Petrosyan", .person) >= threshold)
  }
}

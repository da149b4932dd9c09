/// Words of institutions in scripts other than Latin, with what they mean in English.
///
/// Lists print a body's name in its own language, in the language of the list, and in English; a word
/// that is translated and not transcribed can only be met by its meaning. Hand-written: the vocabulary
/// of ministries, armed forces, courts, companies and parties. Greek by stems, since its words bend.
enum Glossary {
  /// The English words for a word; empty when it is not known.
  static func english(_ word: String, system: WritingSystem) -> [String] {
    switch system {
    case .greek: greek(word)
    case .cyrillic: cyrillic(word)
    case .arabic, .hebrew: split(whole[word])
    default: []
    }
  }

  /// The pieces of an unspaced word of which at least one is known, with its meaning.
  static func pieces(_ word: [UInt32], system: WritingSystem) -> [(
    letters: [UInt32], english: [String]
  )] {
    let table = system == .hangul ? hangul : han
    var pieces: [(letters: [UInt32], english: [String])] = []
    var rest: [UInt32] = []
    var place = 0
    while place < word.count {
      var taken = 0
      for length in stride(from: min(6, word.count - place), through: 2, by: -1) {
        if let english = table[Array(word[place..<(place + length)])] {
          if !rest.isEmpty { pieces.append((rest, [])) }
          rest = []
          pieces.append((Array(word[place..<(place + length)]), split(english)))
          taken = length
          break
        }
      }
      if taken == 0 {
        rest.append(word[place])
        taken = 1
      }
      place += taken
    }
    if !rest.isEmpty { pieces.append((rest, [])) }
    return pieces
  }

  private static func split(_ english: String?) -> [String] {
    english?.split(separator: "/").map(String.init) ?? []
  }

  private static func greek(_ word: String) -> [String] {
    stem(word, greekStems, shortest: 3)
  }

  private static func cyrillic(_ word: String) -> [String] {
    stem(word, cyrillicStems, shortest: 3)
  }

  private static func stem(_ word: String, _ stems: [String: String], shortest: Int) -> [String] {
    var end = word.endIndex
    while word.distance(from: word.startIndex, to: end) >= shortest {
      if let english = stems[String(word[..<end])] { return split(english) }
      end = word.index(before: end)
    }
    return []
  }

  private static func table(_ text: String) -> [String: String] {
    var table: [String: String] = [:]
    for pair in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let sides = pair.split(separator: "=")
      if sides.count == 2 { table[String(sides[0])] = String(sides[1]) }
    }
    return table
  }

  private static func scalars(_ text: String) -> [[UInt32]: String] {
    var result: [[UInt32]: String] = [:]
    for (word, english) in table(text) { result[word.unicodeScalars.map(\.value)] = english }
    return result
  }

  private static let greekStems = table(
    """
    ισλαμ=islamic ομαδ=group κρατ=state κρατικ=state ιρακ=iraq ιραν=iran ιρανικ=iranian λεβαντ=levant \
    συρι=syria συριακ=syrian λιβυ=libya υεμεν=yemen αφγανισταν=afghanistan πακισταν=pakistan \
    ασφαλιστικ=insurance ασφαλε=security ασφαλει=security εξωτερικ=external/foreign εσωτερικ=internal/interior \
    οργανισμ=organization οργανωσ=organization κομμα=party κομματ=party κομμουνιστικ=communist \
    φιλιππιν=philippines στρατ=army στρατι=army/military στρατιωτικ=military νεο=new νεα=new λαϊκ=people/popular \
    λαικ=people/popular δημοκρατι=republic λαο=people δυναμ=forces δυναμει=forces χερσαι=land/ground ρωσ=russian \
    ρωσι=russia ρωσικ=russian μοσχ=moscow ουκραν=ukraine κριμαι=crimea σεβαστουπολ=sevastopol \
    ντονετσκ=donetsk λουγκανσκ=luhansk λουχανσκ=luhansk τμημα=department τμηματ=department διευθυνσ=directorate \
    γενικ=general κεντρικ=central υπηρεσι=service/office/agency υπουργ=ministry υπουργει=ministry \
    πληροφορι=intelligence/information τεχνολογι=technology δημ=city/municipal δημοσι=public φυλακ=prison/guard \
    φρουρ=guards/guard ταξιαρχι=brigade συνταγμα=regiment τάγμα=battalion ταγμα=battalion ταγματ=battalion \
    αντιαεροπορικ=anti-aircraft πυραυλ=missile πολεμ=war ναυτικ=navy/naval ναυαρχ=fleet στολ=fleet \
    αεροπορι=air/aviation αεροπορικ=air/aviation αεροδιαστημικ=aerospace διαστημ=space ινστιτουτ=institute \
    ιδρυμ=institution/foundation/institute ιδρυμα=institution/foundation/institute πανεπιστημι=university \
    ακαδημι=academy επιστημ=science επιστημονικ=scientific ερευν=research κεντρ=center εταιρει=company \
    εταιρι=company επιχειρησ=enterprise ομιλ=group βιομηχανι=industry/industries βιομηχανικ=industrial \
    τραπεζ=bank ανταλλακτηρι=exchange συναλλαγματ=money/exchange εμπορι=trade/trading εμπορικ=trading/commercial \
    γραφει=office/agency ταξιδι=travel πρακτορει=agency συμβουλι=council ανωτατ=supreme ανωτερ=high \
    δικαστηρι=court εισαγγελ=prosecutor επιτροπ=committee/commission κινημα=movement κινηματ=movement \
    μετωπ=front ενωσ=union ενωση=union συνδεσμ=association σωματ=corps/corporation σωμα=corps \
    επαναστατικ=revolutionary επαναστασ=revolution φυλακεσ=prison σωφρονιστικ=penal/correctional αποικι=colony \
    παραρτημ=branch παραρτηματ=branch κατω=netherlands χωρ=country αλ=al ιδιωτικ=private ομοσπονδιακ=federal \
    ομοσπονδι=federation ενιαι=unitary εθνικ=national εθνοφρουρ=national ραδιοτηλεοπτικ=broadcasting/radio \
    τηλεορασ=television τηλεοπτικ=television ραδιοφων=radio επικοινωνι=communication/communications \
    κυβερνοχωρ=cyberspace κυβερν=cyber/government κυβερνησ=government δικτυ=network ενεργει=energy \
    πυρηνικ=nuclear ατομικ=atomic πετρελα=oil/petroleum αερι=gas ναυτιλιακ=shipping ναυπηγ=shipbuilding \
    πλοι=vessel/ship λιμ=port λιμεν=port μεταφορ=transport σιδηροδρομ=railway οχημ=vehicle κατασκευ=construction \
    μηχανικ=engineering μηχαν=machine εργοστασι=plant/factory χημικ=chemical φαρμακ=pharmaceutical μεταλλ=metal \
    χαλυβ=steel ηλεκτρονικ=electronics/electronic ηλεκτρικ=electric αμυν=defence/defense αμυντικ=defence \
    οπλ=arms/weapons εξοπλισμ=equipment παραγωγ=production αναπτυξ=development επενδυσ=investment ταμει=fund \
    φιλανθρωπικ=charity/charitable ανθρωπιστικ=humanitarian βοηθει=aid/relief αρωγ=relief ιερ=holy πολεμιστ=fighters \
    μαχητ=fighters απελευθερωσ=liberation αντιστασ=resistance δικαιοσυν=justice αστυνομι=police αστυνομικ=police \
    συνορ=border φρουρα=guard περιφερει=region/regional περιφερειακ=regional επαρχι=province πολη=city πολ=city \
    διεθν=international αγορ=market οικονομικ=economic/financial οικονομι=economy εκδοτικ=publishing \
    εφημεριδ=newspaper ειδησ=news ειδησεω=news μεσ=media ενημερωσ=information κοινωνικ=social πολιτικ=political/policy \
    πολιτιστικ=cultural πολιτισμ=culture νεολαι=youth αθλητικ=sports γυναικ=women καλ=virtue κακ=vice \
    επιβολ=promotion απαγορευσ=prevention αρετ=virtue προληψ=prevention προωθησ=promotion διαφθορ=corruption \
    εκτακτ=emergency αναγκ=emergency καταστασε=situations υποθεσε=affairs υποθεσ=affairs αποκαλουμεν=so-called \
    οιν=wine αεροπλαν=aircraft αεροσκαφ=aircraft μη=unmanned επανδρωμεν=unmanned δορυφορ=satellite \
    βαλλιστικ=ballistic κρουζ=cruise διασπορ=diaspora χειρουργ=surgeon διαβολ=devil μισθοφορ=mercenary \
    κοινοπραξι=consortium ειδικ=special επιχειρησε=operations μοναδ=unit μεραρχι=division αρχ=authority \
    ρυθμισ=regulation ελεγχ=control προγραμμα=program προγραμματ=program σχεδι=design συνεργει=cooperative \
    συνεταιρισμ=cooperative λιβαν=lebanon παλαιστιν=palestine ταλιμπαν=taliban λευκορωσι=belarus \
    λευκορωσικ=belarusian κορε=korea παγκοσμι=world γραφει=office προεδρ=president προεδρικ=presidential επιτελ=staff επιτελει=staff \
    κυρι=main θαλασσ=sea θαλασσι=sea λιμεν=port προμηθει=procurement προμηθε=procurement μιανμαρ=myanmar \
    εποπτει=supervision μαζικ=mass πτερυγ=wing χεζμπολαχ=hizballah χεζμπολλαχ=hizballah τζιχαντ=jihad \
    σαλαφιστ=salafist ιεροκηρυκ=preachers/call ουζμπεκισταν=uzbekistan ενοπλ=armed ενωμεν=united ανοικτ=open \
    συμμετοχικ=stock ανωνυμ=joint/stock μετοχ=stock/share πολιτει=state ναυπηγει=shipyard θερετρ=resort \
    παλαιοτερ=formerly γνωστ=known προηγουμεν=formerly επωνυμι=name σωμ=corps επαρχιακ=province/provincial \
    βασ=base επιχειρησιακ=operational διοικησ=command κυβερνοαμυν=cyber αεροδιαστημικεσ=aerospace \
    αερομεταφερομεν=airborne τιγρ=tigers ταμιλ=tamil ιλαμ=eelam κουρδισταν=kurdistan αγι=holy τοπ=places \
    αγροτικ=agrarian/agricultural παραγωγικ=production αφρωδ=sparkling διαφυλαξ=preservation εβραι=jews \
    σταυροφορ=crusaders οσαμα=osama/usama λαντεν=laden/ladin μπιν=bin καιντα=qaida/qaeda/kaida ακσα=aqsa/aksa \
    αλεπ=aleppo αρσακ=arsak ανθεκτικ=resilience συνεργασι=cooperation ευρωπαϊκ=european τσετσεν=chechen \
    σερβικ=serbian σομαλι=somalia σουδαν=sudan μαλι=mali κεντροαφρικανικ=central τουρκ=turkish \
    εκπαιδευσ=training/education σχολ=school στρατοπεδ=camp κρατησ=detention κρατητηρι=detention αντιτρομοκρατικ=counterterrorism \
    συλλογ=association λιγκ=league λεσχ=club ποδηλατ=bikers λυκ=wolves νυχτ=night νυκτ=night \
    τραγουδ=song κυβερνητικ=government αριθ=no αριθμ=no βρεφ=children παιδ=children δικαιωμ=rights ανθρωπ=human \
    αναλυτικ=analysis στρατηγικ=strategic μελετ=studies προπαγανδ=propaganda θεματ=affairs εσωτερικων=internal/interior \
    οικοδομ=construction ναυτιλι=shipping αστικ=civil προστασι=protection πολιτ=civil κρισ=crisis \
    τεχνικ=technical αεροναυπηγ=aircraft ελικοπτερ=helicopter αυτοκινητ=automobile/motor βιομηχανιων=industries \
    συγκροτημα=complex/group σωτηρι=salvation φιλελευθερ=liberal θεο=god/allah υποστηρικτ=supporters/ansar \
    οπαδ=partisans/ansar συμφεροντ=interest διαχειρισ=management χαρτοφυλακι=holding περιορισμεν=limited \
    ευθυν=liability καινοτομ=innovation θερμοπυρηνικ=fusion οικονομικων=finance/economic σωματει=association \
    συνδυασμεν=combined εταιρι=company τηλεορασ=television κοινο=common επιθεσ=attack ταχει=rapid αντιδρασ=response \
    κινεζ=chinese κιν=china αφρικ=africa αιθιοπ=ethiopia ερυθρ=red μαυρ=black λευκ=white μεγαλ=great δυτ=west \
    κορε=korea βορει=north νοτι=south δυτικ=western ανατολικ=eastern αραβικ=arab \
    χερσονησ=peninsula αποστολ=mission εκκλησι=church ορθοδοξ=orthodox κοινοτητ=community πολιτοφυλακ=militia
    """)

  private static let cyrillicStems = table(
    """
    завод=plant/zavod компани=company банк=bank институт=institute министерств=ministry служб=service \
    федеральн=federal государствен=state республик=republic россий=russian народн=people научн=scientific \
    исследовательск=research производствен=production конструкторск=design бюро=bureau центр=center \
    предприяти=enterprise корпораци=corporation групп=group союз=union фонд=foundation/fund \
    университет=university академи=academy агентств=agency управлени=directorate/department комитет=committee \
    совет=council парти=party движени=movement армия=army войск=troops/forces флот=fleet бригад=brigade \
    батальон=battalion полк=regiment дивизи=division авиацион=aviation судостроительн=shipbuilding \
    машиностроительн=machine приборостроительн=instrument химическ=chemical металлургическ=metallurgical \
    нефт=oil газ=gas энерги=energy атомн=atomic космическ=space оборон=defense военн=military торгов=trading/trade \
    международн=international центральн=central национальн=national област=region/oblast город=city \
    объединени=association/union концерн=concern холдинг=holding технологи=technology электрон=electronics \
    внешн=foreign экономическ=economic экспорт=export импорт=import транспорт=transport морск=marine/maritime \
    застраховател=insurance дружеств=company бригада=brigade колони=colony исправительн=correctional \
    телерадиокомпани=broadcasting газета=newspaper беларус=belarus белорус=belarusian донецк=donetsk луганск=luhansk \
    крым=crimea/krym военно=military/naval обществен=public/social пътека=path единна=united единая=united русия=russia \
    руск=russian руската=russian сухопътни=land/ground сили=forces дирекци=directorate общо=general разузнаване=intelligence \
    сирия=syria република=republic държавн=state националн=national медийн=media отбранителн=defense промишленост=industry \
    мианмар=myanmar корабостроител=shipyard/shipbuilding наказател=penal владимирс=vladimir лига=league безопас=safe \
    интернет=internet изток=vostok/east запад=west регионал=regional корпус=corps гвардейц=guard ислямск=islamic \
    революци=revolution/revolutionary провинци=province асоциаци=association подпомагане=aid защита=protection крило=wing \
    ливанск=lebanese хизбул=hizballah комунистическ=communist филипин=philippines радио=radio телевизионн=television \
    лозарство=viticulture винарство=wine вино=wine шампанизир=sparkling санаториум=sanatorium президент=president \
    администраци=administration диаспора=diaspora испыта=testing самолет=aircraft самолёт=aircraft вертолет=helicopter \
    вертолёт=helicopter двигател=engine ракет=missile/rocket материал=materials радио=radio точн=precision систем=systems \
    автоматик=automation связ=communications опытн=experimental механическ=mechanical электро=electro уральск=ural \
    сибирск=siberian московск=moscow москв=moscow петербург=petersburg донбас=donbas ополчен=militia народное=people \
    приборостроение=instrument судостро=shipbuilding верф=shipyard порт=port железн=railway дорог=road авиаци=aviation \
    авіякампан=airlines/company рэспублік=republic дзяржаўн=state нацыянальн=national міністэрств=ministry завад=plant \
    філіял=branch филиал=branch камбінат=combine комбинат=combine/plant главн=main/central внутренн=internal дел=affairs \
    чрезвычайн=emergency юстици=justice финанс=finance здрав=health образован=education молодеж=youth спорт=sports \
    церков=church православ=orthodox казач=cossack войско=host/army движение=movement отделен=branch бюджет=budget \
    учреждени=institution казенн=state казённ=state муниципаль=municipal закрыт=closed открыт=open управляющ=management \
    независим=independent аналитическ=analytical информацион=information новост=news агенц=agency печат=press \
    издатель=publishing вышк=tower строител=construction монтаж=assembly проект=project инженер=engineering ядерн=nuclear \
    термоядерн=fusion инноваци=innovation/innovative радионавигац=radionavigation врем=time безопасност=security \
    разведк=intelligence спецназ=special специаль=special назначени=purpose пограничн=border охран=guard гварди=guard \
    тюрьм=prison следствен=investigation изолятор=detention суд=court прокуратур=prosecutor избирательн=election \
    вертолет=helicopters объедин=united двигателестро=engine судостро=shipbuilding воздуш=air/aerospace ветеран=veterans \
    войн=war външн=external/foreign вътрешн=internal/interior сигурност=security правоохранител=law/enforcement \
    освобожд=liberation освобожден=liberation свет=holy мест=places образован=education култур=culture изгражд=building \
    обществ=society/public граждан=civil/citizens прав=rights борба=fight известно=formerly преди=formerly курорт=resort \
    аграрн=agrarian объединение=union обединение=union автомобильн=automobile кндр=dprk организаци=organization \
    главна=general/main сирийск=syrian спасени=salvation ислам=islam армии=army югo=south ремонт=repair база=base \
    базата=base аэродром=aerodrome техник=technical/equipment всероссий=russian/all-russian виноград=viticulture \
    виноделия=winemaking/wine космич=space агенци=agency фондаци=foundation световен=world фронт=front джихад=jihad \
    министерство=ministry министерст=ministry комисси=commission палат=chamber партия=party
    """)

  private static let whole = table(
    """
    مجموعة=group بنك=bank بانک=bank وزارة=ministry وزارت=ministry مؤسسة=foundation سازمان=organization \
    جيش=army حزب=party جبهة=front حركة=movement مكتب=office سپاه=corps/guard پاسداران=guard/revolutionary \
    انقلاب=revolution/revolutionary اسلامی=islamic الإسلامية=islamic الاسلامية=islamic الاسلامي=islamic \
    الدولة=state جماعة=jamaat/group الجماعة=group/jamaat دانشگاه=university پژوهشگاه=institute نیروی=force \
    هوافضای=aerospace زندان=prison مرکزی=central صنایع=industries صنعت=industry ایران=iran العراق=iraq الشام=levant \
    لیبیا=libya ليبيا=libya العرب=arab/arabian جزيرة=peninsula للصرافة=exchange صرافی=exchange القاعدة=qaida/qaeda \
    جهاد=jihad الجهاد=jihad المصري=egyptian ارتباطات=communication تنظیم=regulation مقررات=regulation
    """)

  private static let hangul = scalars(
    """
    조선민주주의인민공화국=dprk 조선=korea/choson/chosun/joson 인민군=people-army 무역=trading/muyok 은행=bank 회사=company/hoesa \
    총회사=corporation 공사=corporation 총국=general-bureau 정찰=reconnaissance 기술=technology 광업=mining \
    개발=development 련합=united 연합=united 상업=commercial 해운=shipping 선박=ship 국가=state 국제=international \
    산업=industry 중공업=heavy 은산=rounsan 그룹=group 보험=insurance 대학=university 연구소=institute 위원회=committee \
    국방=defense 과학원=academy 원자력=atomic 미사일=missile 로케트=rocket 합작=joint 수출=export 수입=import 제약=pharmaceutical \
    전자=electronics 기계=machinery 대외=foreign 금융=finance 관리국=bureau 감독국=bureau/administration 해사=maritime
    """)

  private static let han = scalars(
    """
    朝鲜=korea 朝鮮=korea 中国=china 中國=china 香港=hong-kong 北京=beijing 上海=shanghai 深圳=shenzhen 大连=dalian 丹东=dandong \
    贸易=trading 貿易=trading 国际=international 國際=international 科技=technology 技术=technology 技術=technology 机械=machinery \
    機械=machinery 联合=union/united 聯合=union/united 船务=shipping 船務=shipping 航运=shipping 海运=shipping 实业=industrial \
    實業=industrial 银行=bank 銀行=bank 集团=group 集團=group 电子=electronics 電子=electronics 会社=company 公司=company 进出口=import-export \
    投资=investment 投資=investment 化工=chemical 石油=petroleum 能源=energy 航空=aviation 大学=university 研究所=institute 研究院=institute \
    发展=development 發展=development 新疆=xinjiang 工业=industry 工業=industry 建设=construction 生产=production 兵团=corps 局=bureau \
    公安=public-security 信息=information 半导体=semiconductor 材料=materials 医药=pharmaceutical 有限=limited
    """)
}

extension Glossary {
  /// Stems of the same languages of the state, its forces, society and places.
  ///
  /// Hand-written like the others; the fields are those of the classification of the functions of
  /// government (COFOG).
  static let cyrillicStateStems = stems(
    """
    army: армия армии армейск
    armed: вооружен въоръжен збройн узброен
    forces: сила. силата. сил. сили. силы. силите. силам. сілы
    troops/forces/army: войск войска
    ground/land: сухопутн сухопътн
    airborne: воздушно-десантн десант
    parachute: парашют
    guards/guard: гвардейск гвардеец гвардейц гварди
    guard/protection/security: охран
    division: дивизи
    brigade: бригад
    regiment: полк
    battalion: батальон батальйон
    corps: корпус
    squad/detachment: отряд
    unit: часть. части. подразделен
    legion: легион
    combined/arms: общевойсков общовойсков загальновійськов агульнавайсков
    motorized: мотострелков
    rifle: стрелков
    artillery: артиллери артилери артилерийск
    air/defence: противовоздушн противъздушн
    anti-aircraft: зенитн
    arms/weapons/armament/weaponry: оружи оръж зброя зброї озброєн вооружени
    arms/armory/weapons: оружейн оръжеен
    cartridge: патронн патрон
    gunpowder: порохов пороховой
    explosive: взрывчат
    ammunition: боеприпас
    defense/defence: оборон отбранителн отбран
    military: военн военен військов вайсков
    military/naval: военно
    militia: ополчен милици
    police: полиц поліц полицейск поліці
    security/safety: безопасност сигурност безпек бяспек безпеки бяспекі
    safe/security/secure: безопас
    intelligence/reconnaissance: разведк разузнаване розвід
    reconnaissance: разведыват
    border: пограничн граничн кордон памежн
    internal/interior: внутренн вътрешн внутрішн унутран
    emergency/extraordinary: чрезвычайн извънредн
    prison: тюрьм затвор затвора
    correctional/penal/corrective: исправительн изправителн виправн
    penal: наказател
    colony/prison: колони
    detention: изолятор
    investigation: следствен следствие разследв слідч
    justice: юстици справедлив правосъди
    law/enforcement: правоохранител
    law: закон
    enforcement: принужден
    supervision: надзор
    sphere: сфер
    regulation: регулирован
    order/command: приказ
    war: войн
    peace: мир. мира.
    victory: побед
    resistance: сопротивлени съпротив
    liberation: освобожд освободител визвол вызвал
    fighters/fighter: бойц борц бойци воїн
    fight: борба борьб
    struggle: борьба
    protection/defense/preservation: защит защита захист опазван
    defenders: защитник
    supporters: сторонник поддръжниц
    support: поддержк подкреп підтримк
    aid/relief/assistance/help: помощ подпомаган допомог
    rescue: спасат
    salvation/rescue: спасени
    humanitarian: гуманитарн хуманитарн гуманітарн
    cooperation: сотрудничеств сътрудничеств співробітн
    commonwealth: содружеств общност
    compatriots: соотечественник сънародниц
    living: проживающ живеещ
    abroad: рубеж чужбин
    affairs: дел. дела. дело. делам. работи. справ. справи.
    children: детей детск деца
    women: женщин жени. жените. жінок жанчын
    youth: молодеж младеж молод младежк маладзеж
    veterans: ветеран ветерани
    people/national/popular: народн народен
    people: народ. народа. народов. народът. народите.
    human: человек човеш
    rights: прав. права. правата.
    freedom: свобод
    civil: граждан цивіл
    civic: гражданск
    political: политическ
    policy: политик
    election: избирательн
    electoral: избирател
    democratic: демократич
    communist: коммунист комунист
    socialist: социалист
    revolution/revolutionary: революци
    independent: независим независима незалежн незалежн
    united/unified/single: единн единна единая объединен обединен об’єднан єдин адзін
    state/government/public: государств государствен държав държавн державн дзяржаў казенн
    republic: республик республика република рэспублік республік
    federal: федеральн федералн
    national: национальн националн національн нацыянальн
    international: международн міжнародн міжнарод
    world: миров световен світов
    central: центральн централн цэнтральн
    regional/region: регионал регіонал
    region/oblast: област областн
    district: район окръг окру
    city: город град град
    municipal: муниципаль общинск
    province: провинци
    rural: сельск селск
    general: общ
    main/chief/central/general: главн головн галоўн головне главна. главно. галоўнае
    general/main: главна генеральн генерал
    first: перв първ перш
    second: втор
    new: новый. новая. новое. новой. нови. нова. ново. новата. новите. новий новае
    great: велик
    high: высш върхов висш
    supreme: верховн
    east/vostok: восток. востока. изток. изтока. восточн източн
    west: запад. запада. западн захід
    north: север. севера. северн північ
    south: юг. юга. южн юго-
    middle: средн
    closed: закрыт закрит
    open: открыт отворен відкрит адкрыт
    public: публичн
    private: частн приватн
    pmc: чвк.
    named: имени
    order: орден
    labor: труд. труда.
    red: красный. красная. красное. красной. червен
    black: черный. черная. черное. черной. черна. черно.
    white: белый. белая. белое. белой. бяла. бяло.
    media: медиа медийн
    press: печат пресс
    newspaper: газет вестник
    news: новост новин
    publishing: издатель издател
    television/tv: телевизионн телевид телеканал телевизи телебачен телебачан тэлерадыё
    broadcasting: телерадиокомпани радио-телевиз радіомовл телерадіо
    channel: канал
    radiocommunication: радиосвяз
    film: кино
    analytical: аналитическ
    strategic: стратегическ стратегичес
    studies: исследований изследван
    education: образован освіт образователн адукац
    training: подготовк обучен обучение тренировъч навчальн
    culture/cultural: культур култур
    sports: спорт спортн
    church: церков църк церкв
    orthodox: православ
    islamic: исламск ислямск ісламськ
    islam: ислам ислям іслам
    holy: святой святых свята светите свещен
    land: земля. земли. земя земята
    truth: истин
    lies: лъжа лъжит ложь
    god/allah: бог. бога. аллах. аллаха.
    road/path: пътека путь. път. пути.
    places/sites: места. местата. мест. място.
    jihad: джихад
    warriors: воин воини воїни
    tigers: тигр
    wolves: волки. волков. вълци
    bikers: байкер
    surgeon: хирург
    diaspora: диаспора
    cossack: казач казак
    host/army: войско
    emirate: эмират емират
    caucasus: кавказ
    time: врем
    tower: вышк
    navigation: навигац
    radionavigation: радионавигац
    aerodrome: аэродром аеродром
    dynamics: динамик
    formerly/former: известно преди бывш
    known: известен
    so-called: самопровозглаш така
    russia: русия россии
    russian: россий русск руск російськ расійск
    russian/all-russian: всероссий общоруск
    soviet: советск
    ukrainian: украинск українськ
    ukraine: украин україн
    belarus: беларус
    belarusian: белорус беларуск
    moscow: москв московск
    petersburg: петербург
    crimea/krym: крым крим
    donetsk: донецк
    luhansk/lugansk: луганск
    donbas: донбас
    sevastopol: севастопол
    siberian: сибирск
    ural: уральск
    syrian: сирийск
    syria: сирия сирийската
    libyan: либийск
    iranian: иранск
    iran: иран
    iraqi: иракск
    egyptian: египетск
    lebanese: ливанск
    palestinian: палестин
    afghan: афганск
    pakistan: пакистан
    turkish: турецк турск
    korean: корейск
    korea: корея. кореи. корея.
    dprk: кндр
    chinese: китайск
    myanmar: мианмар мьянм
    philippines: филипин филиппин
    arab: арабск
    european: европейск
    african: африканск
    american: американ
    air-force: военновъздушн военно-воздушн
    command: командован командван
    tactical: тактическ тактичн
    operational/operations: оперативн операци
    procurement: поръчки закупк закупівел
    public: обществени
    baltic: балтийск прибалтийск
    isolation: изоляци
    fire: пожарн
    youthful: молодежн
    volunteer: доброволь доброволчес
    battalion/regiment: полков
    assault: штурмов
    landing/airborne: десантн
    engineer: инженерн
    signal: сигнальн
    topographic: топограф
    cartographic: картограф
    radar: радиолокац радар
    electronic/warfare: радиоэлектрон
    underwater/submarine: подводн
    surface: надводн
    ballistic: баллистич балистич
    cruise: крылат
    strategic: стратегическ
    ministry/department: ведомств
    inspection: инспекци
    registration: регистрац
    migration: миграци
    passport: паспорт
    notary: нотари
    bailiff: пристав
    lawyer: адвокат
    constitution: конституци
    parliamentary: парламентск
    people's/deputy: депутат
    governor: губернатор
    mayor: мэр. кмет
    minister: министр министър
    chairman: председател
    director: директор
    leader: лидер
    family: семья. семьи. семей
    student: студент
    scholar/scientist: ученый ученых
    journalist: журналист
    blogger: блогер
    artist: художник
    writer: писател
    creative: творчес
    charity: милосерд
    mercy: милост
    faith: вера. веры.
    call/preaching: призыв призив
    prophet: пророк
    caliphate: халифат
    army/soldiers: солдат
    martyrs: мученик
    mujahideen: моджахед муджахид
    group/grouping: группировк
    """)
}

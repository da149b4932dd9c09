extension Glossary {
  /// Russian, Bulgarian, Ukrainian and Belarusian stems by what they mean, ё written е.
  ///
  /// Hand-written, field by field, from the ordinary dictionary meanings of the words; the fields are
  /// those of the classification of government functions (COFOG) and of economic activities (ISIC).
  static let cyrillicStems = stems(
    """
    academy: академи
    administration: администраци
    agency: агентств агенци агенств
    assembly: собрани събрани
    association: ассоциаци асоциаци асоціаці асацыяцы сдружени
    association/union/united/amalgamation: объединени обединени об'єднан аб'яднанн
    authority: орган власт
    base: база базата базы
    board: правлени управителен
    branch/affiliate: филиал філія філіял отделен клон.
    brotherhood: братств братерств
    bureau/office: бюро
    center: центр център цэнтр
    chamber: палат камар
    charity/charitable: благотворител благодійн дабрачынн
    club: клуб
    college: колледж колеж
    combine/plant: комбинат комбінат камбінат
    commission: комисси комиси комісі камісі
    committee/commission: комитет комітет камітэт
    community: община общин громад
    company: компани дружеств компані кампані товариств таварыств
    concern: концерн канцэрн
    confederation: конфедераци
    congress: конгресс конгрес
    cooperative: кооператив
    corporation: корпораци корпораці карпарацы
    council: совет съвет рада. радата. ради. савет
    court: суд. суда. съд. съда. съдилищ
    department/division: департамент отдел
    directorate/department/administration/office: управлени управлінн упраўленн
    directorate/directory: дирекци
    enterprise/company: предприяти підприємств прадпрыемств
    federation: федераци федераці
    foundation/fund: фонд
    foundation/fund: фондаци
    front: фронт
    group: групп група груп
    headquarters/staff: штаб щаб
    holding: холдинг холдынг
    house: дом. дома. будинок
    institute: институт інститут інстытут
    institution/establishment: учреждени заведени установ
    laboratory: лаборатори
    league: лига ліга
    management/managing: управляющ управляващ менеджмент кіруюч
    mission: мисси миси
    ministry: министерств министерст міністерств міністэрств
    movement: движени рух. руху.
    network: сеть. сети. мереж мреж
    office: офис кабинет канцеляри
    organization: организаци організаці арганізацы
    parliament: парламент
    partnership: партнерств
    party: парти партия
    plant/factory/works/zavod: завод завад
    factory: фабрик
    program: программ програм
    prosecutor: прокуратур прокурор
    registry: реестр регистр
    school: школ училищ
    secretariat: секретариат
    service/agency: служб
    society/public: обществ общест товариств
    public/social/civic: обществен общественн громадськ грамадск
    trust: траст
    union: союз съюз спілк саюз
    university: университет університет універсітэт
    wing: крило крыло
    coalition: коалици
    alliance: альянс алианс
    bank: банк. банка. банку. банком. банков
    insurance: застраховател застрахован страхов
    exchange: обмен бирж обменн
    finance/financial: финанс фінанс
    investment: инвестици інвестиці
    capital: капитал капітал
    credit: кредит
    leasing: лизинг
    trading/trade/commercial: торгов търговс торгівел гандл
    export: экспорт експорт
    import: импорт
    market: рынок пазар
    foreign/external: внешн зарубежн зовнішн чуждестран
    external/foreign: външн
    economic: экономическ икономическ економічн внешнеэкономическ
    economy: экономик икономик
    industry: промышленн промишлен
    industrial: индустриальн индустриал промышлен
    business: бизнес
    commercial: коммерческ комерсиал
    customs: таможен митни
    tax: налогов данъчн
    budget: бюджет
    logistics: логистик логістик
    shipping/navigation: судоходн корабоплав
    transport: транспорт
    railway: железнодорожн железопътн железн
    road: дорог
    port: порт. порта. портов пристанищ
    marine/maritime: морск
    naval/navy: военно-морск военноморск
    fleet/navy: флот
    vessel/ship: судно кораб корабел
    tanker: танкер
    airlines/airline: авиалини авіаліні
    airlines/company: авиакомпани авиакампан авіякампан
    airport: аэропорт летищ
    aircraft: самолет воздушн літак
    air/aerial: воздух повітр
    helicopter: вертолет хеликоптер
    unmanned: беспилотн безпилотн
    drone: дрон
    aviation/aircraft/air: авиацион авиаци авіаці
    aerospace/space: аэрокосмическ воздушно-космическ
    space: космическ космич
    satellite: спутник сателит
    rocket/missile: ракет ракетн
    engine: двигател двигун
    engine: двигателестро моторостро
    shipbuilding/shipyard: судостро кораблестро корабостро суднобуд
    shipyard: верф корабостроителниц
    machine/engineering/mechanical: машиностро машинобуд
    machine/machinery: машин
    instrument/instrumentation: приборостро приладобуд инструмент
    instrument-making: приборостроительн
    devices/instrument: прибор прилад
    equipment: оборудован обладнанн аборудаван
    technical/technology/equipment: техник техническ
    tank: танк. танков
    car/automobile/automotive/motor: автомобил автомобіл
    truck/vehicle: грузов товарн
    tire: шина. шины. шин. шинн
    wheel: колесн
    tractor: трактор
    armored: брониран бронетанков бронетехник
    metallurgical: металлургическ металургічн металургичн
    metallurgy: металлурги металурги
    metal: металл. металлов. металла. метал. метала. метали.
    steel: сталь стальн стоман
    aluminium: алюмини
    mining: горнодобыв горно рудник минн
    coal: уголь угольн въглищ
    gold: золот злат
    diamond: алмаз
    chemical: химическ хімічн хімічес хімічн
    chemistry: хими
    oil/petroleum: нефть. нефти. нефта. нафта. нафти. петрол
    oil: нефтян
    gas: газ. газа. газов
    refinery: нефтеперерабатыв рафинери
    pipeline: трубопровод
    energy: энерги енерги
    electric/power: электроэнерг
    electric/electrical/electro: электро. електро. електрич электрич
    electrotechnical: электротехническ електротехническ
    nuclear: ядерн ядрен
    atomic: атомн
    fusion: термоядерн
    textile: текстил
    fiber: волокн
    artificial: искусствен
    polymer: полимер
    plastic: пластмасс
    glass: стекл
    wood: дерев лесн
    paper: бумаг
    cement: цемент
    construction/building: строител строительств строеж будівел будаўніч
    building: здани изгражд сград
    engineering: инженер інженер
    assembly: монтаж
    repair: ремонт ремонтн
    design/engineering: конструкторск проектн
    project: проект
    automation: автоматик автоматизаци
    automated: автоматизирован
    electronics/electronic: электрон електрон
    microelectronics: микроэлектрон
    radio: радио. радіо.
    telecommunication/communications: телекоммуникаци телекомуникац телекомунікац
    communications/communication/connection: связ комуникаци
    mass: массов масов
    computer: компьютер
    software: программн
    digital: цифров
    internet: интернет
    cyber: кибер кібер
    information: информацион інформаційн информаци
    technology/technological: технологи технологі тэхналогі
    innovation/innovative: инноваци иноваци інноваці
    systems: систем сістэм
    complex: комплекс
    precision/high-precision/accurate: точн высокоточн прецизион
    optical: оптическ
    laser: лазер
    quantum: квантов
    specialized: специализирован спеціалізован
    special: специаль спецназ спеціальн
    measuring: измерительн
    control: контрол
    testing/test: испыта випробув
    research: исследовательск исследован изследовател дослідн даследч
    scientific/science/research: научн науков навуков
    science: наук
    experimental/pilot/test: опытн эксперимент експеримент
    production/manufacturing: производств производствен виробнич вытворч
    products: продукц изделий продукт
    food: продовольств хранител харчов
    agricultural/agrarian: аграрн сельскохозяйств земеделс
    agriculture: земедели
    wine: вино. вина. вин. винарск винарство
    winemaking/wine: виноделия виноробств
    viticulture: лозарство виноград
    sparkling: шампанизир игрист
    pharmaceutical: фармацевтическ
    medical: медицинск медичн
    health: здравоохран здрав здоров
    hospital: больниц болниц
    sanatorium: санаториум санатори
    resort: курорт
    tourism: туризм туристич
    hotel: гостиниц хотел отель
    water: водн вода. воды.
    environment: околн эколог
    army: армия армии армейск
    armed: вооружен въоръжен збройн узброен
    forces: сила. силата. сил. сили. силы. силите. силам.
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
    combined/arms: общевойсков
    motorized: мотострелков
    rifle: стрелков
    artillery: артиллери артилери
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
    police: полиц поліц
    security/safety: безопасност сигурност безпек бяспек
    safe/security/secure: безопас
    intelligence/reconnaissance: разведк разузнаване розвід
    reconnaissance: разведыват
    border: пограничн граничн
    internal/interior: внутренн вътрешн внутрішн унутран
    emergency/extraordinary: чрезвычайн извънредн
    prison: тюрьм затвор
    correctional/penal/corrective: исправительн
    penal: наказател
    colony/prison: колони
    detention: изолятор
    investigation: следствен
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
    liberation: освобожд
    fighters/fighter: бойц борц
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
    women: женщин жени. жените.
    youth: молодеж младеж молод
    veterans: ветеран
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
    independent: независим
    united/unified/single: единн единна единая объединен обединен
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
    main/chief/central/general: главн головн галоўн
    general/main: главна генеральн генерал
    first: перв първ перш
    second: втор
    new: новый. новая. новое. новой. нови. нова. ново. новата. новите.
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
    television/tv: телевизионн телевид телеканал телевизи
    broadcasting: телерадиокомпани радио-телевиз
    channel: канал
    radiocommunication: радиосвяз
    film: кино
    analytical: аналитическ
    strategic: стратегическ стратегичес
    studies: исследований изследван
    education: образован освіт
    training: подготовк обучен
    culture/cultural: культур култур
    sports: спорт
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
    jihad: джихад
    warriors: воин
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
    airspace/air: въздушн
    command: командован командван
    computing: вычислительн обчислювальн
    tactical: тактическ тактичн
    operational/operations: оперативн
    settlement: расчет разчет
    depository: депозитар
    broadcasting: радиовещ вещательн
    procurement: поръчки закупк закупівел
    public: обществени
    cargo: грузов товаро
    baltic: балтийск прибалтийск
    unmanned/aerial: беспилотник
    isolation: изоляци
    technological: технологическ
    communication: коммуникаци
    transportation: перевоз превоз
    mechanics/mechanical: механи
    optics/optical: оптик оптико
    physics: физик физико
    mathematics: математик
    biology: биолог
    geology: геолог
    geophysics: геофизик
    history: истори
    archive: архив
    library: библиотек
    museum: музе
    theatre: театр
    expertise: экспертиз
    standard: стандарт
    customer: заказчик
    supply: снабжен доставк
    storage: хранен склад
    fuel: топлив горив
    water: вода.
    fishing: рыболов риболов
    fish: рыбн
    meat: мясн
    bread: хлеб
    sugar: сахар захар
    tobacco: табач тютюн
    timber: лесопром
    mechanical: механическ механічн
    casting/foundry: литейн
    pipe: трубн
    cable: кабель кабел
    battery: аккумулятор
    bearing: подшипник
    turbine: турбин
    pump: насос
    boiler: котель
    crane: кранов
    bridge: мост. моста. мостов
    wagon: вагон
    locomotive: локомотив
    passenger: пассажир
    freight: товарн
    tug: буксир
    container: контейнер
    terminal: терминал
    warehouse: складск
    free: свободн
    zone: зон
    park: парк
    quality: качеств
    safety: безопасн
    fire: пожарн
    environmental: экологическ
    youthful: молодежн
    army/military: армейск
    volunteer: доброволь доброволчес
    battalion/regiment: полков
    assault: штурмов
    tank/armored: танков
    landing/airborne: десантн
    engineer: инженерн
    signal: сигнальн
    topographic: топограф
    cartographic: картограф
    meteorological: метеоролог
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

extension Glossary {
  /// Russian, Bulgarian, Ukrainian and Belarusian stems of bodies, trades and industries by what they
  /// mean, ё written е.
  ///
  /// Hand-written, field by field, from the ordinary dictionary meanings of the words; the fields are
  /// those of the classification of economic activities (ISIC).
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
    court: суд. суда. съд. съда. съдилищ съдебн судов
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
    society/public: обществ общест
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
    customs: таможен митни митниц мытн
    tax: налогов данъчн податк
    budget: бюджет
    logistics: логистик логістик
    shipping/navigation: судоходн корабоплав
    transport: транспорт транспортн
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
    airport: аэропорт летищ аеропорт аэрапорт
    aircraft: самолет воздушн літак
    air/aerial: воздух повітр
    helicopter: вертолет хеликоптер
    unmanned: беспилотн безпилотн
    drone: дрон
    aviation/aircraft/air: авиацион авиаци авіаці
    aerospace/space: аэрокосмическ воздушно-космическ
    space: космическ космич
    satellite: спутник сателит
    rocket/missile: ракет ракетн ракета ракети
    engine: двигател двигун
    engine: двигателестро моторостро
    shipbuilding/shipyard: судостро кораблестро корабостро суднобуд
    shipyard: верф корабостроителниц
    machine/engineering/mechanical: машиностро машинобуд
    machine/machinery: машин
    instrument/instrumentation: приборостро приладобуд инструмент
    instrument-making: приборостроительн
    devices/instrument: прибор прилад уреди уредостро
    equipment: оборудован обладнанн аборудаван
    technical/technology/equipment: техник техническ
    tank: танк. танков
    car/automobile/automotive/motor: автомобил автомобіл
    cargo/freight/truck: грузов товарн товаро
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
    chemistry: хими химия хімі хіміі
    oil/petroleum: нефть. нефти. нефта. нафта. нафти. петрол
    oil: нефтян
    gas: газ. газа. газов
    refinery: нефтеперерабатыв рафинери
    pipeline: трубопровод
    energy: энерги енерги енергетик
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
    construction/building: строител строительств строеж будівел будаўніч строителств будівн
    building: здани изгражд сград
    engineering: инженер інженер
    assembly: монтаж
    repair: ремонт ремонтн рамонтн
    design/engineering: конструкторск проектн
    project: проект
    automation: автоматик автоматизаци
    automated: автоматизирован
    electronics/electronic: электрон електрон електроник
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
    special: специаль спецназ спеціальн специалн специални спецыяльн
    measuring/measurement: измерительн измервател вимірюв
    control: контрол
    testing/test: испыта випробув изпитател випробн
    research: исследовательск исследован изследовател дослідн даследч
    scientific/science/research: научн науков навуков научноизследовател науково
    science: наук наука
    experimental/pilot/test: опытн эксперимент експеримент експериментал
    production/manufacturing: производств производствен виробнич вытворч
    products: продукц изделий продукт
    food: продовольств хранител харчов
    agricultural/agrarian: аграрн сельскохозяйств земеделс
    agriculture: земедели земледел сільськ
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
    hotel: гостиниц хотел отель готел гасцініц
    water: водн вода. воды.
    environment: околн эколог
    airspace/air: въздушн
    computing: вычислительн обчислювальн
    settlement: расчет разчет
    depository: депозитар
    broadcasting: радиовещ вещательн
    unmanned/aerial: беспилотник
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
    tug: буксир
    container: контейнер
    terminal: терминал
    warehouse: складск
    free: свободн
    zone: зон
    park: парк
    quality: качеств
    safety: безопасн
    environmental: экологическ
    meteorological: метеоролог
    """)
}

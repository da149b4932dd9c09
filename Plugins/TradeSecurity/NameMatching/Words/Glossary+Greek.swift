extension Glossary {
  /// Greek stems by what they mean, without accents, a final sigma written as any other.
  ///
  /// Hand-written, field by field, from the ordinary dictionary meanings of the words, like the
  /// Cyrillic ones; stems stop before the case ending, and before the vowel that changes with it.
  static let greekStems = stems(
    """
    academy: ακαδημι
    administration/command/management: διοικησ διαχειρισ
    affairs: υποθεσε υποθεσ υποθεσεων θεματ
    agency/office/bureau: γραφει πρακτορει
    alliance: συμμαχι
    assembly: συνελευσ
    association/foundation: συνδεσμ συλλογ σωματει
    authority: αρχ
    base: βαση βασεισ βασεων
    branch: παραρτημ παραρτηματ υποκαταστημ
    brotherhood: αδελφοτητ
    center: κεντρ
    charity/charitable: φιλανθρωπικ
    church: εκκλησι
    club: λεσχ
    colony: αποικι
    commission/committee: επιτροπ
    community: κοινοτητ
    company: εταιρει εταιρι
    complex/group: συγκροτημα συγκροτηματ
    consortium: κοινοπραξι
    cooperative: συνεταιρισμ
    corporation/corps: σωματ
    corps: σωμα. σωματοσ.
    council: συμβουλι
    court: δικαστηρι
    department: τμημα τμηματ
    directorate/department: διευθυνσ
    enterprise: επιχειρησ
    factory/plant: εργοστασι
    federation: ομοσπονδι
    body/institution: φορε φορεα
    foundation/institute/institution: ιδρυμ ιδρυμα
    front: μετωπ
    fund: ταμει
    group: ομαδ ομιλ
    headquarters/staff: επιτελ επιτελει αρχηγει
    holding: χαρτοφυλακι
    institute: ινστιτουτ
    league: λιγκ
    ministry: υπουργ υπουργει
    mission: αποστολ
    movement: κινημα κινηματ
    network: δικτυ
    organization/agency/authority: οργανισμ οργανωσ
    party: κομμα κομματ
    prosecutor: εισαγγελ
    program: προγραμμα προγραμματ
    school: σχολ
    service/office/agency/department: υπηρεσι
    society: κοινωνι
    union/association: ενωσ ενωση
    university: πανεπιστημι
    workshop: συνεργει
    wing: πτερυγ
    bank: τραπεζ
    exchange: ανταλλακτηρι
    exchange/money: συναλλαγματ
    economic/financial: οικονομικ
    economy: οικονομι
    finance/economic: οικονομικων
    insurance: ασφαλιστικ
    investment: επενδυσ
    market: αγορ
    procurement: προμηθει προμηθε
    purchasing/procurement: αγορων
    trade/trading: εμπορι
    trading/commercial: εμπορικ
    export: εξαγωγ
    import: εισαγωγ
    state-funded: χρηματοδοτουμεν
    stock/joint: ανωνυμ συμμετοχικ
    stock/share: μετοχ
    open: ανοικτ
    limited: περιορισμεν
    liability: ευθυν
    interest: συμφεροντ ενδιαφεροντ
    private: ιδιωτικ
    agricultural/agrarian: αγροτικ
    aerospace: αεροδιαστημικ
    air/aviation: αεροπορι αεροπορικ
    aircraft/aviation: αεροπλαν αεροσκαφ αεροναυπηγ
    airport: αεροδρομι αερολιμεν
    helicopter: ελικοπτερ
    unmanned: επανδρωμεν
    atomic: ατομικ
    automobile/motor: αυτοκινητ
    broadcasting/radio/television: ραδιοτηλεοπτικ ραδιοτηλεορασ
    chemical: χημικ
    chemistry: χημει
    communication/communications: επικοινωνι
    telecommunication: τηλεπικοινωνι
    post/mail: ταχυδρομει
    construction: κατασκευ οικοδομ
    design: σχεδι
    electric: ηλεκτρικ
    electronics/electronic: ηλεκτρονικ
    energy: ενεργει
    engineering/mechanical: μηχανικ
    machine: μηχαν
    equipment: εξοπλισμ
    armament/equipment: εξοπλιστικ
    gas: αερι
    industrial: βιομηχανικ
    industry/industries: βιομηχανι
    innovation: καινοτομ
    information: πληροφορησ
    intelligence/information: πληροφορι
    computing/informatics: πληροφορικ
    instrument/instruments: οργανων
    metal: μεταλλ
    mining: εξορυξ
    nuclear: πυρηνικ
    fusion: θερμοπυρηνικ
    oil/petroleum: πετρελα
    pharmaceutical: φαρμακ
    production/producers/manufacturing: παραγωγ
    production: παραγωγικ
    railway: σιδηροδρομ
    repair: επισκευ
    research: ερευν
    resort: θερετρ
    satellite: δορυφορ
    science: επιστημ
    scientific: επιστημονικ
    shipbuilding: ναυπηγ
    shipyard: ναυπηγει
    shipping: ναυτιλι ναυτιλιακ
    space: διαστημ
    sparkling: αφρωδ
    steel: χαλυβ
    technical: τεχνικ
    technology: τεχνολογι
    transport: μεταφορ
    travel: ταξιδι
    vehicle: οχημ
    vessel/ship: πλοι
    wine: οιν
    winemaking: οινοποιι
    viticulture: αμπελοκαλλιεργει
    development: αναπτυξ
    control: ελεγχ
    analysis: αναλυτικ
    studies: μελετ
    strategic: στρατηγικ
    army: στρατ στρατι
    army/military: στρατευμ
    military: στρατιωτικ
    armed: ενοπλ
    arms/weapons: οπλ
    combined: συνδυασμεν
    anti-aircraft: αντιαεροπορικ
    airborne: αερομεταφερομεν
    attack: επιθεσ
    ballistic: βαλλιστικ
    battalion: ταγμα ταγματ
    border: συνορ
    brigade: ταξιαρχι
    camp: στρατοπεδ
    commando: κομαντο
    counterterrorism: αντιτρομοκρατικ
    cruise: κρουζ
    cyber/government: κυβερν
    cyber: κυβερνοαμυν κυβερνοχωρ
    defense/defence: αμυν αμυντικ
    detention: κρατησ κρατητηρι
    division: μεραρχι
    enforcement/promotion: επιβολ
    fighters: μαχητ πολεμιστ
    fleet: στολ ναυαρχ
    forces/force: δυναμ δυναμει δυναμεισ
    ground/land: χερσαι
    guards/guard/corps: φρουρ φρουρα
    national: εθνικ εθνοφρουρ
    mercenary: μισθοφορ
    militia: πολιτοφυλακ
    missile/rocket: πυραυλ
    navy/naval: ναυτικ
    operational: επιχειρησιακ
    operations: επιχειρησε
    police: αστυνομι αστυνομικ αστυνομικων
    prison/penal/penitentiary: φυλακ φυλακεσ
    correctional/penal/corrective: σωφρονιστικ
    regiment: συνταγμα
    response: αντιδρασ
    rapid: ταχει
    security/safety: ασφαλε ασφαλει
    special: ειδικ
    supervision/oversight/supervisory: εποπτει
    unit: μοναδ
    war: πολεμ
    law: νομου. νομοσ. νομων.
    justice: δικαιοσυν
    emergency: εκτακτ αναγκ
    situations: καταστασε
    civil: αστικ
    protection: προστασι
    preservation/protection: διαφυλαξ
    rights: δικαιωμ
    human: ανθρωπ
    humanitarian: ανθρωπιστικ
    aid/relief: βοηθει αρωγ
    resistance: αντιστασ
    resilience: ανθεκτικ
    liberation: απελευθερωσ
    salvation: σωτηρι
    revolution/revolutionary: επαναστασ
    revolutionary: επαναστατικ
    republic: δημοκρατι
    democratic: δημοκρατικ
    state/government/public: κρατ κρατικ πολιτει
    government: κυβερνησ κυβερνητικ
    federal: ομοσπονδιακ
    unitary: ενιαι
    united: ενωμεν
    local: τοπικ
    city/municipal: δημ
    city: πολη. πολησ. πολεωσ. πολεισ.
    municipality/city: δημου
    region/oblast: περιφερει
    regional: περιφερειακ
    province: επαρχι
    province/provincial: επαρχιακ
    public: δημοσι
    people/popular: λαικ λαϊκ
    people: λαο
    international: διεθν
    world: παγκοσμι
    general/main: γενικ
    central/main: κεντρικ
    main/central: κυρι
    supreme: ανωτατ
    high: ανωτερ
    external/foreign: εξωτερικ
    internal/interior: εσωτερικ εσωτερικων
    cooperation: συνεργασι
    regulation: ρυθμισ
    common: κοινο
    mass: μαζικ
    media: μεσα. μεσων.
    press: τυπου. τυποσ.
    news: ειδησ ειδησεω
    newspaper: εφημεριδ
    publishing: εκδοτικ
    radio: ραδιοφων
    television/tv: τηλεορασ τηλεοπτικ
    propaganda: προπαγανδ
    social/public: κοινωνικ
    political/policy: πολιτικ
    president: προεδρ
    presidential: προεδρικ
    communist: κομμουνιστικ
    liberal: φιλελευθερ
    cultural: πολιτιστικ
    culture: πολιτισμ
    education/training: εκπαιδευσ
    youth: νεολαι
    children: παιδι. παιδια παιδιων βρεφ
    women: γυναικ
    sports: αθλητικ
    virtue: καλου. αρετ
    vice: κακου. κακια
    promotion: προωθησ
    prevention: απαγορευσ προληψ
    corruption: διαφθορ
    islamic: ισλαμ ισλαμικ
    holy: ιερ αγι
    places/land: τοπ
    path: μονοπατι
    shining: φωτειν
    god/allah: θεοσ. θεου.
    supporters/ansar: υποστηρικτ
    partisans/ansar: οπαδ
    jihad: τζιχαντ
    preachers/call: ιεροκηρυκ
    jews: εβραι
    crusaders: σταυροφορ
    orthodox: ορθοδοξ
    wolves: λυκ
    night: νυχτ νυκτ
    bikers: ποδηλατ
    surgeon: χειρουργ
    devil: διαβολ
    tigers: τιγρ
    diaspora: διασπορ
    formerly: παλαιοτερ προηγουμεν
    known: γνωστ
    name: επωνυμι
    so-called: αποκαλουμεν αυτοαποκαλουμεν
    no: αριθ αριθμ
    east/eastern: ανατολικ
    west: δυτ
    western: δυτικ
    north: βορει
    south: νοτι
    sea: θαλασσ θαλασσι
    port: λιμανι λιμεν
    peninsula: χερσονησ
    new: νεο νεα νεασ
    great: μεγαλ
    red: ερυθρ
    black: μαυρ
    white: λευκ
    russia: ρωσι
    russian: ρωσ ρωσικ
    russian/all-russian: πανρωσικ
    moscow: μοσχ
    ukraine: ουκραν
    crimea: κριμαι
    sevastopol: σεβαστουπολ
    donetsk: ντονετσκ
    luhansk/lugansk: λουγκανσκ λουχανσκ
    belarus: λευκορωσι
    belarusian: λευκορωσικ
    syria: συρι
    syrian: συριακ
    libya: λιβυ
    yemen: υεμεν
    iraq: ιρακ
    iran: ιραν
    iranian: ιρανικ
    afghanistan: αφγανισταν
    pakistan: πακισταν
    lebanon: λιβαν
    levant: λεβαντ
    palestine: παλαιστιν
    arab/arabian: αραβικ
    turkish: τουρκ
    kurdistan: κουρδισταν
    uzbekistan: ουζμπεκισταν
    chechen: τσετσεν
    serbian: σερβικ
    korea: κορε
    chinese: κινεζ
    china: κινα. κινασ.
    myanmar: μιανμαρ
    philippines: φιλιππιν
    africa: αφρικ
    ethiopia: αιθιοπ
    somalia: σομαλι
    sudan: σουδαν
    mali: μαλι
    nicaragua: νικαραγου
    europe/european: ευρωπαϊκ ευρωπαικ
    netherlands: κατω
    """)
}

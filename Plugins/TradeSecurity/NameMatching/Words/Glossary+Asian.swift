extension Glossary {
  /// Arabic and Persian words by what they mean, each in the spellings that lists print.
  ///
  /// Hand-written from the ordinary dictionary meanings of the words, like the Cyrillic ones.
  static let semiticWords = stems(
    """
    aerospace: هوافضای
    airlines: للطيران هواپیمایی
    arab/arabian: العرب
    armed: المسلحة مسلح
    army: جيش الجيش ارتش
    association: جمعية الجمعية انجمن
    bank: بنك بانک البنك المصرف مصرف
    brigade: لواء تیپ
    broadcasting: صدا
    center: مركز المركز مرکز
    central: مرکزی
    charity/charitable: الخيرية خیریه
    committee: لجنة اللجنة کمیته
    communication: ارتباطات
    company: شركة الشركة شرکت
    construction: للمقاولات ساختمانی
    cooperative: تعاونی تعاون
    corps/guard: سپاه
    council: مجلس شورای
    cyber: سایبری
    defense/defence: الدفاع دفاع دفاعی
    department: إدارة اداره
    east: الشرق شرق
    egyptian: المصري
    energy: الطاقة انرژی
    engineering: الهندسية مهندسی
    exchange: للصرافة صرافی الصرافة
    force: نیروی قوة نیرو
    forces: قوات القوات نیروهای
    foundation: مؤسسة بنیاد
    front: جبهة الجبهة
    gas: الغاز گاز
    general: العامة عمومی
    group: مجموعة گروه
    group/jamaat: الجماعة
    guard/revolutionary: پاسداران
    headquarters: قرارگاه ستاد
    house: بيت
    humanitarian: الانسانية الإنسانية
    industries: صنایع الصناعات
    industry: صنعت
    institute: پژوهشگاه معهد موسسه
    international: الدولية العالمية بین
    investment: للاستثمار سرمایه
    iran: ایران
    iraq: العراق
    islamic: اسلامی الإسلامية الاسلامية الاسلامي الاسلامیه
    jamaat/group: جماعة
    jihad: جهاد الجهاد
    levant: الشام
    liberation: التحرير تحرير
    libya: لیبیا ليبيا
    martyrs/brigade: كتائب شهداء
    media: الإعلام الإعلامية رسانه
    mines: المناجم
    ministry: وزارة وزارت الوزارة
    missile: موشکی
    money: الأموال
    movement: حركة
    national: الوطني الوطنية ملی
    network: شبكة شبکه
    nuclear: هسته النووية
    office: مكتب دفتر
    oil: النفط نفت
    organization: سازمان
    party: حزب الحزب
    peninsula: جزيرة
    people: الشعب مردم
    petroleum: للبترول البترول
    phosphate: للفوسفات
    police: الشرطة پلیس انتظامی
    preaching/call: للدعوة الدعوة
    prison: زندان
    qaida/qaeda: القاعدة
    regulation: تنظیم مقررات
    relief: الإغاثة الاغاثة
    republic: جمهوری الجمهورية جمهورية
    research: البحوث تحقیقات
    resistance: المقاومة مقاومت
    revolution/revolutionary: انقلاب
    science/sciences: علوم العلوم
    security: الأمن الامن امنیت
    shipping: للملاحة کشتیرانی
    social: اجتماعی
    space: فضایی
    state: الدولة دولت
    studies: مطالعات
    sunnah: السنة
    supporters/ansar: أنصار انصار
    trading/trade: للتجارة التجارية تجارت بازرگانی
    transport: للنقل حمل
    university: دانشگاه جامعة
    west: المغرب
    """)

  /// Korean words by what they mean; the names of the two states of Korea among them.
  static let hangulWords = scalars(
    """
    academy: 과학원
    airlines: 항공
    army: 군대
    atomic: 원자력
    bank: 은행
    bureau: 관리국
    bureau/administration: 감독국
    chemical: 화학
    commercial: 상업
    committee: 위원회
    communications: 통신
    company/hoesa: 회사
    construction: 건설
    corporation: 총회사 공사 총공사
    defense: 국방
    democratic: 민주주의
    development: 개발
    dprk: 조선민주주의인민공화국
    economic: 경제
    electric: 전기
    electronics: 전자
    energy: 에너지
    export: 수출
    finance: 금융
    food: 식품
    foreign: 대외
    general: 종합
    general-bureau: 총국
    group: 그룹
    heavy: 중공업
    import: 수입
    industry: 산업
    information: 정보
    institute: 연구소
    insurance: 보험
    international: 국제
    investment: 투자
    joint: 합작
    korea/choson/chosun/joson: 조선
    light: 경공업
    machinery: 기계
    marine: 해양
    maritime: 해사
    metal: 금속
    mining: 광업
    missile: 미사일
    party: 로동당 노동당
    people: 인민
    people-army: 인민군
    pharmaceutical: 제약
    reconnaissance: 정찰
    resources: 자원
    rocket: 로케트
    rounsan: 은산
    security: 보위 안전
    security/guard: 경비
    ship: 선박
    shipping: 해운
    state: 국가
    steel: 강철 철강
    technology: 기술
    trading/muyok: 무역
    travel: 려행사 여행사
    united: 련합 연합
    university: 대학
    """)

  /// Chinese words by what they mean, in both sets of characters.
  static let hanWords = scalars(
    """
    academy: 科学院
    aerospace: 航空航天
    aviation: 航空
    bank: 银行 銀行
    beijing: 北京
    bureau: 局
    center: 中心
    chemical: 化工 化学
    china: 中国 中國
    communications: 通信 通讯
    company: 会社 公司
    construction: 建设 建築 建筑
    corps: 兵团
    dalian: 大连
    dandong: 丹东
    defense: 国防
    development: 发展 發展
    electric: 电气 電氣
    electronics: 电子 電子
    energy: 能源
    equipment: 设备
    group: 集团 集團 集團公司
    hong-kong: 香港
    import-export: 进出口
    industrial: 实业 實業 工贸 工貿
    industry: 工业 工業
    information: 信息
    institute: 研究所 研究院
    instrument: 仪器
    intelligence: 智能
    international: 国际 國際
    investment: 投资 投資
    korea: 朝鲜 朝鮮
    limited: 有限
    logistics: 物流
    machinery: 机械 機械 机电
    materials: 材料
    ministry: 部门
    network: 网络
    nuclear: 核工业
    optical: 光学
    petroleum: 石油
    pharmaceutical: 医药
    precision: 精密
    production: 生产
    public-security: 公安
    satellite: 卫星
    security: 安全
    semiconductor: 半导体
    shanghai: 上海
    shenzhen: 深圳
    shipbuilding: 造船
    shipping: 船务 船務 航运 海运 运输
    space: 航天 宇航
    steel: 钢铁
    supply: 供应链
    technology: 科技 技术 技術
    trading: 贸易 貿易 商贸 商貿
    union/united: 联合 聯合
    university: 大学
    xinjiang: 新疆
    """)
}

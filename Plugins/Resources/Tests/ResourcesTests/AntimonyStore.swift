import Kernel
import Store
import Testing

private let flows = """
  t,i,j,k,v,q
  2022,156,410,261710,600,60
  2022,36,410,261710,400,40
  2022,410,392,261710,50,10
  2022,156,392,261710,10,NA
  2022,156,251,261710,30,3
  2022,276,251,261710,10,1
  2022,251,842,261710,20,2
  2022,842,76,261710,40,NA
  2023,156,410,261710,600,60

  """
private let governance = """
  Country/Territory,Code,2022,country_code
  China,CHN,0,156
  Australia,AUS,1.5,36
  South Korea,KOR,1,410
  France,FRA,0.5,251
  Germany,DEU,1,276

  """

/// Whether a cell is a number, to rounding.
func isNear(_ value: Value?, _ expected: Double) -> Bool {
  guard let real = value?.real else { return false }
  return abs(real - expected) < 1e-12
}

/// A small store of antimony, and the rows that commands give for it.
struct Antimony {
  static let production = """
    commodity,Country,Country_Code,Country_ISO,unit,data_source,year,production
    Antimony,China,156,CHN,metr. t,r,2022,80.0
    Antimony,Australia,36,AUS,metr. t,r,2022,10.0
    Antimony,"Korea, South",410,KOR,metr. t,r,2022,10.0
    Antimony,China,156,CHN,metr. t,r,2023,80.0
    Antimony,Australia,36,AUS,metr. t,r,2023,20.0

    """

  let resources: ResourcesTower

  init(_ settings: String = "") throws {
    resources = try ResourcesTower(configuration: ResourcesTower.lenient + settings)
    try resources.importNames()
    try resources.importText("baci", flows, file: "baci_hs92.csv")
    try resources.importText("world-mining", Self.production)
    try resources.importText("wgi", governance, file: "wgi_estimate.csv")
  }

  func row(_ command: String, _ importer: String, year: String = "2022") throws -> [String: Value] {
    try #require(
      try resources.answer(
        "resources", command, "--importer", importer, "--year", year, "--material", "antimony"
      ).first)
  }
}

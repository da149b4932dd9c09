import Kernel
import Store
import TestSupport
import Testing

@Suite("Import reliance as a command")
struct ImportRelianceCommandTests {
  @Test("shows imports, exports, production and use beside the share")
  func parts() throws {
    let row = try Antimony().row("import-reliance", "KOR")
    #expect(row["imports"] == 100.0)
    #expect(row["exports"] == 10.0)
    #expect(row["net_imports"] == 90.0)
    #expect(row["production"] == 10.0)
    #expect(row["apparent_use"] == 100.0)
    #expect(row["import_reliance"] == 0.9)
    #expect(row["import_reliance_low"] == 0.9)
    #expect(row["status"] == "known")
  }

  @Test("of a group leaves out the trade among its members")
  func group() throws {
    let row = try Antimony().row("import-reliance", "EU27")
    #expect(row["imports"] == 3.0)
    #expect(row["exports"] == 2.0)
    #expect(row["import_reliance"] == 1.0)
  }

  @Test("does not take imports without any quantity as zero, and draws them for the interval")
  func withoutQuantity() throws {
    let row = try Antimony().row("import-reliance", "BRA")
    #expect(row["imports"] == .null)
    #expect(row["import_reliance"] == .null)
    #expect(row["missing"] == "the quantity of imports; only their value is on record")
    #expect(row["import_reliance_low"] == 1.0)
  }

  @Test("is not defined where nothing is left to be used")
  func undefined() throws {
    let row = try Antimony().row("import-reliance", "DEU")
    #expect(row["import_reliance"] == .null)
    #expect(row["missing"] == "a use: no more is produced and imported than is exported")
  }
}

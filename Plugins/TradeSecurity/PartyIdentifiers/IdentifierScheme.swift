/// The system by which a number tells a party from others.
public enum IdentifierScheme: String, CaseIterable, Sendable {
  /// The number of a ship by the International Maritime Organization.
  case imo
  /// The number of a ship's company or owner by the same organisation.
  case imoCompany = "imo_company"
  /// The radio identity of a ship.
  case mmsi
  /// The call sign of a ship or aircraft.
  case callSign = "call_sign"
  /// The Legal Entity Identifier (ISO 17442).
  case lei
  /// The Business Identifier Code of a bank (ISO 9362).
  case bic
  /// The International Securities Identification Number (ISO 6166).
  case isin
  /// A passport or travel document.
  case passport
  /// A number that a state gives a person.
  case nationalID = "national_id"
  /// A number for taxes.
  case tax
  /// A number in a register of companies or the like.
  case registration
  /// The serial, construction or tail number of an aircraft.
  case aircraft
  /// An address of a digital currency.
  case wallet
  /// Something else.
  case other

  /// The scheme of a number by what its list calls it, such as `Vessel Registration Identification`.
  ///
  /// - Parameters:
  ///   - kind: the name of the number in the list.
  ///   - number: the number; lists put `IMO` before some.
  public init(kind: String, number: String) {
    if IdentifierScheme.digitsOfIMO(number) != nil {
      self = .imo
      return
    }
    let text = Array(kind.lowercased().utf8)
    let known = IdentifierScheme.words.first { entry in
      entry.words.contains { IdentifierScheme.has(text, $0) }
    }
    self = known?.scheme ?? .other
  }

  private static func has(_ text: [UInt8], _ word: [UInt8]) -> Bool {
    guard text.count >= word.count else { return false }
    return (0...text.count - word.count).contains { text[$0...].starts(with: word) }
  }

  // In the order in which they are tried: "passport" before the "number" of a register.
  private static let words = names.map {
    (scheme: $0.scheme, words: $0.words.map { Array($0.utf8) })
  }

  private static let names: [(scheme: IdentifierScheme, words: [String])] = [
    (.imo, ["imo"]), (.mmsi, ["mmsi", "maritime mobile"]), (.callSign, ["call sign", "callsign"]),
    (.lei, ["legal entity identifier", "lei"]), (.bic, ["swift", "bic"]), (.isin, ["isin"]),
    (.passport, ["passport", "travel document", "travelcard"]),
    (.wallet, ["digital currency", "crypto"]),
    (.aircraft, ["aircraft man", "aircraft tail", "aircraft constr", "aircraft mode s"]),
    (
      .tax,
      [
        "tax", "fiscal", "v.a.t", "vat ", "inncode", "r.f.c", "rfc", "nit ", "ruc", "rif",
        "c.u.i.t", "kpp", "rtn",
      ]
    ),
    (
      .nationalID,
      [
        "national", "identification card", "identity card", "personal id", "cedula", "c.u.r.p",
        "d.n.i", "ssn", "social security", "ni number", "citizen", "birth", "driver", "driving",
        "electoral", "idnumber", "residen", "credencial", "i.f.e", "cartilla", "military",
      ]
    ),
    (
      .registration,
      [
        "regist", "regnumber", "company number", "matricula", "folio", "commercial", "business",
        "trade lic", "chamber", "license", "government gazette", "ogrn", "c.r.", "enterprise",
        "d-u-n-s", "unified social credit", "legal entity number", "incorporation",
      ]
    ),
  ]

  /// The seven digits of a number that says itself that it is one of the IMO.
  static func digitsOfIMO(_ number: String) -> String? {
    guard number.utf8.count >= 10, number.utf8.prefix(3).elementsEqual("IMO".utf8) else {
      return nil
    }
    let digits = number.dropFirst(3).drop { !$0.isNumber }
    return digits.count == 7 && digits.allSatisfy { ("0"..."9").contains($0) }
      ? String(digits) : nil
  }
}

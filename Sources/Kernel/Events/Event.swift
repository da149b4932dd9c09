public import Vocabulary

/// A loss of supply that an event brings or is assumed to bring.
public struct Shock: Sendable, Hashable {
  /// The product that no longer comes.
  public let product: ProductCode
  /// The country it no longer comes from (ISO 3166-1 alpha-3).
  public let origin: String
  /// The share of the flow that is lost.
  public let loss: Percentage
  /// When it is lost.
  public let validity: Validity
  /// What the assumption rests on.
  public let basis: LocalizedText
}

/// What happened or might: real and hypothetical events are the same type.
public struct Event: Sendable {
  /// The identifier, unique among events.
  public let identifier: String
  /// The title.
  public let title: LocalizedText
  /// What kind of event it is, one of `Event.kinds`.
  public let kind: String
  /// Whether it is assumed and did not happen.
  public let isHypothetical: Bool
  /// When it was announced; nil for a hypothetical event.
  public let announced: Day?
  /// When it takes effect.
  public let starts: Day
  /// The day its text names as its end; nil when it is open.
  public let ends: Day?
  /// The state that acts (ISO 3166-1 alpha-3); nil where no state does.
  public let author: String?
  /// The country whose security is at stake (ISO 3166-1 alpha-3).
  public let home: String
  /// The measures of the register that it is about, by identifier.
  public let measures: [String]
  /// The losses of supply.
  public let shocks: [Shock]
  /// What it is about: products, materials, parties, technologies.
  public let subjects: [Subject]
  /// How far ahead is looked, in days.
  public let horizonDays: Int
  /// Remarks.
  public let notes: LocalizedText?
  /// Where it is reported.
  public let sources: [String]

  /// The kinds of events.
  public static let kinds = [
    "export_control", "export_stop", "tariff", "outage", "price", "listing", "transfer",
  ]

  /// The products named by subjects and shocks, each once, in order.
  public var products: [ProductCode] {
    let named = subjects.filter { $0.kind == "product" }.compactMap {
      try? ProductCode($0.identifier)
    }
    return Set(named + shocks.map(\.product)).sorted()
  }

  /// The materials named by subjects, each once, in order.
  public var materials: [String] {
    Set(subjects.filter { $0.kind == "material" }.map(\.identifier)).sorted()
  }
}

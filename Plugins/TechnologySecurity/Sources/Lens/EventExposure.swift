internal import Kernel
internal import Vocabulary

/// The technologies that an event bears on, each with what it needs of the event's subjects.
struct EventExposure {
  /// How a technology meets a subject of the event.
  struct Contact {
    /// The way in which they meet.
    enum Way {
      /// A step needs it.
      case needs
      /// It is made with the technology; only of a tariff.
      case makes
    }

    let target: ExposureTarget
    let way: Way
    /// The uses that meet it; empty for what is made.
    let uses: [Technology.Use]
    /// Whether the uses are recorded by a code wider than the product of the event.
    let isWider: Bool
    /// What is missing to be sure that the event reaches the technology; empty when it does.
    let missing: [LocalizedText]

    var isCertain: Bool { missing.isEmpty }
  }

  /// A technology with its contacts.
  struct Exposed {
    let technology: Technology
    let contacts: [Contact]
    /// Whether the event names it.
    let isNamed: Bool

    /// Whether the event certainly bears on it.
    var isCertain: Bool { isNamed || contacts.contains(where: \.isCertain) }
  }

  /// The technologies in the order of their weight on the day.
  let technologies: [Exposed]
  /// What the event names, products first.
  let targets: [ExposureTarget]
  /// What could not be compared, by target.
  let incomparable: [ExposureTarget: [LocalizedText]]

  init(_ reading: TechnologyReading) throws {
    let event = reading.event
    targets =
      event.products.map(ExposureTarget.product) + event.materials.map(ExposureTarget.material)
    let exposures = targets.map {
      Exposure(of: $0, in: reading.register, on: reading.asOf)
    }
    incomparable = Dictionary(exposures.map { ($0.target, $0.missing) }) { first, _ in first }
    let named = Set(reading.namedTechnologies)
    let ordered = reading.register.technologies.sorted {
      Technology.precedes($0, $1, on: reading.asOf)
    }
    technologies = try ordered.compactMap { technology in
      let meeting = EventContacts(technology, reading)
      let contacts = try meeting.needed(exposures) + meeting.made
      let isNamed = named.contains(technology.identifier)
      guard isNamed || !contacts.isEmpty else { return nil }
      return Exposed(technology: technology, contacts: contacts, isNamed: isNamed)
    }
  }

  /// Those on which the event certainly bears.
  var certain: [Exposed] { technologies.filter(\.isCertain) }
}

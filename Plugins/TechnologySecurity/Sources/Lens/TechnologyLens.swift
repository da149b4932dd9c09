internal import Kernel
internal import Vocabulary

/// The lens `technology-exposure`: which technologies and industries stand on what an event touches.
enum TechnologyLens {
  static func make(_ settings: TechnologySettings) -> Lens {
    Lens(
      "technology-exposure",
      title: LocalizedText("Technologies and industries", korean: "기술과 산업"),
      writes: TechnologyIndicators.all.map(\.name)
    ) { input in
      let reading = try TechnologyReading(input, settings)
      guard !reading.register.technologies.isEmpty else { return try reading.emptyRegister }
      let exposed = try EventExposure(reading)
      return try exposed.findings(reading) + IndustryFindings.findings(exposed, reading)
        + HolderFindings.findings(exposed, reading) + TransferFindings.findings(reading)
    }
  }
}

public import Vocabulary

/// The fitted rule: it alerts where a logistic regression on the past of a panel gives the event a
/// probability above a threshold.
public struct FittedRule: Sendable, Hashable {
  /// A feature of the rule with its place in the regression.
  public struct Coefficient: Sendable, Hashable {
    /// The name of the feature.
    public let feature: String
    /// Its mean in the training window.
    public let mean: Double
    /// Its standard deviation in the training window.
    public let deviation: Double
    /// What one standard deviation adds to the log-odds of the event.
    public let coefficient: Double

    /// Takes a coefficient as it was kept.
    public init(feature: String, mean: Double, deviation: Double, coefficient: Double) {
      self.feature = feature
      self.mean = mean
      self.deviation = deviation
      self.coefficient = coefficient
    }
  }

  /// The name of the rule.
  public static let name = "logistic"
  /// What it measures, in words.
  public static let formula =
    "The probability of the event by a logistic regression with a ridge on "
    + PanelFeatures.all.map(\.name).joined(separator: ", ") + "."
  /// The weight of the ridge.
  public static let ridge = 10.0
  /// The recall at which the threshold was to work.
  public static let recall = 0.3
  /// The features, in their order, with what each is.
  public static let features = PanelFeatures.all.map { (name: $0.name, doc: $0.doc) }

  /// The months whose values, and whose outcomes, it was fitted to; it saw none after them.
  public let training: ClosedRange<Month>
  /// The log-odds where every feature is at its mean.
  public let intercept: Double
  /// The coefficients, in the order of `features`.
  public let coefficients: [Coefficient]
  /// Above this probability it alerts.
  public let threshold: Double
  /// How many months of series it was fitted to.
  public let samples: Int
  /// In how many of them the event lay ahead.
  public let eventMonths: Int

  /// Takes a rule as it was kept.
  ///
  /// - Returns: nil when the coefficients are not those of `features`.
  public init?(
    training: ClosedRange<Month>, intercept: Double, coefficients: [Coefficient],
    threshold: Double, samples: Int, eventMonths: Int
  ) {
    guard coefficients.map(\.feature) == PanelFeatures.all.map(\.name) else { return nil }
    self.training = training
    self.intercept = intercept
    self.coefficients = coefficients
    self.threshold = threshold
    self.samples = samples
    self.eventMonths = eventMonths
  }

  /// The probability of the event for every month of every series of a panel.
  public func probabilities(_ panel: SeriesPanel) -> Scores {
    probabilities(PanelFeatures(panel))
  }

  func probabilities(_ features: PanelFeatures) -> Scores {
    features.probabilities(
      LogisticRegression(
        means: coefficients.map(\.mean), deviations: coefficients.map(\.deviation),
        coefficients: [intercept] + coefficients.map(\.coefficient)))
  }
}

extension PanelFeatures {
  /// The probability that a regression gives the event, for every month of every series.
  func probabilities(_ regression: LogisticRegression) -> Scores {
    let width = PanelFeatures.all.count
    return Scores(
      values: isComplete.indices.map { place in
        isComplete[place]
          ? regression.probability(values[place * width..<(place + 1) * width]) : .nan
      })
  }
}

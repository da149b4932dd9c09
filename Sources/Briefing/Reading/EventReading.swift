internal import Kernel
internal import Store
internal import Vocabulary

/// An event as every lens read it, on one consistent state of the store.
struct EventReading {
  /// What became of one lens.
  struct LensResult {
    let identifier: String
    let title: LocalizedText
    let outcome: Outcome

    enum Outcome: Equatable {
      case read(findings: Int)
      /// Its module is switched off.
      case missing(module: String)
      /// It stopped with an error; the other lenses went on.
      case failed(reason: String)
    }
  }

  let event: Event
  let asOf: Day
  let knownAt: Day?
  let lenses: [LensResult]
  let findings: [Finding]

  /// Lets every lens of a tower read an event.
  ///
  /// A lens that fails, or whose module is switched off, is a finding: the brief still comes, and
  /// says what it lacks.
  init(
    _ event: Event, tower: Tower, connection: Connection, asOf: Day, knownAt: Day?
  ) throws {
    self.event = event
    self.asOf = asOf
    self.knownAt = knownAt
    var results: [LensResult] = []
    var findings: [Finding] = []
    for lens in try LensOrder.ordered(tower.registry.lenses) {
      let input = LensInput(
        event: event, findings: findings, connection: connection, tower: tower, asOf: asOf,
        knownAt: knownAt)
      do {
        let own = try lens.read(input)
        try EventReading.refuseUndeclared(own, lens)
        findings += own
        results.append(
          LensResult(
            identifier: lens.identifier, title: lens.title, outcome: .read(findings: own.count)))
      } catch let error as StoreError where error.isInterrupted {
        throw error
      } catch {
        let reason = "\(error)"
        results.append(
          LensResult(
            identifier: lens.identifier, title: lens.title, outcome: .failed(reason: reason)))
        findings.append(BriefingIndicators.lensFailed(lens, reason: reason, asOf: asOf))
      }
    }
    for entry in tower.registry.disabled {
      for lens in entry.descriptor.lenses {
        let module = entry.identity.identifier
        results.append(
          LensResult(
            identifier: lens.identifier, title: lens.title, outcome: .missing(module: module)))
        findings.append(BriefingIndicators.lensMissing(lens, module: entry.identity, asOf: asOf))
      }
    }
    self.lenses = results
    self.findings = findings
  }

  // An indicator that a lens does not declare would escape the order of the lenses.
  private static func refuseUndeclared(_ findings: [Finding], _ lens: Lens) throws {
    guard let stray = findings.first(where: { !lens.writes.contains($0.indicator) }) else { return }
    throw TowerError(
      .failed, "lens '\(lens.identifier)' wrote '\(stray.indicator)', which it does not declare")
  }
}

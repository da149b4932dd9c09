internal import Concordance

extension ChosenWeights {
  /// What the reader must know of how codes were divided: by what, why, and what cannot be told.
  func notes(_ conversion: CodeConversion, by concordance: HeldConcordance) -> [String] {
    let divided = conversion.rows.filter { $0.basis != .only }
    var notes: [String] = []
    if !divided.isEmpty {
      notes.append(reason)
      let equally = Set(divided.filter { $0.basis == .equal }.map(\.source)).sorted()
      if !sources.isEmpty, !equally.isEmpty {
        notes.append(
          "divided equally, because trade by \(concordance.to) is not recorded for all their "
            + "counterparts: \(equally.count) of \(Set(divided.map(\.source)).count) codes that are "
            + "divided (\(equally.listed()))")
      }
    }
    let shared = Set(conversion.rows.filter { $0.kind == .manyToMany }.map(\.source)).sorted()
    if !shared.isEmpty {
      notes.append(
        "in families of n:m, in which no part can be told apart: \(shared.count) codes of "
          + "\(concordance.from) (\(shared.listed()))")
    }
    return notes
  }
}

/// A way in which a technology leaves its holder that the Act attaches a duty to.
public enum TransferAct: String, CaseIterable, Sendable {
  /// Selling or transferring the technology abroad.
  case export
  /// A foreign merger, acquisition, joint venture or other foreign investment in the holder.
  case foreignMerger = "foreign-merger"
}

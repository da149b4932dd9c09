internal import FlowColumns
internal import Synchronization

/// Verified segments that were read lately.
///
/// They are kept by the checksums of their content, so that a period that was replaced, or another
/// store, is never answered from here by mistake.
enum SegmentCache {
  /// How much is kept at most, in bytes.
  static let capacity = 256 << 20

  private struct State {
    var segments: [SegmentChecksums: (segment: Segment, used: UInt64)] = [:]
    var byteCount = 0
    var clock: UInt64 = 0
  }

  private static let state = Mutex(State())

  /// The segment with these checksums; nil when it is not kept, or without quantities that are wanted.
  static func segment(_ checksums: SegmentChecksums, quantities: Bool) -> Segment? {
    state.withLock { state in
      guard let found = state.segments[checksums]?.segment,
        !quantities || found.quantities != nil
      else { return nil }
      state.clock += 1
      state.segments[checksums]?.used = state.clock
      return found
    }
  }

  /// Keeps a segment; those not used for the longest time make room for it.
  static func keep(_ segment: Segment, _ checksums: SegmentChecksums) {
    state.withLock { state in
      state.clock += 1
      let before = state.segments.updateValue((segment, state.clock), forKey: checksums)
      state.byteCount += segment.byteCount - (before?.segment.byteCount ?? 0)
      guard state.byteCount > capacity else { return }
      // Half of it at once, so that a long reading does not sort again for every segment.
      for (key, kept) in state.segments.sorted(by: { $0.value.used < $1.value.used }) {
        guard state.byteCount > capacity / 2 else { return }
        state.segments[key] = nil
        state.byteCount -= kept.segment.byteCount
      }
    }
  }
}

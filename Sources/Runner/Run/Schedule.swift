/// Says which steps of a run may start: those whose needs are over, as far as workers and pools allow.
struct Schedule {
  /// A step in the order of the job.
  struct Item {
    /// The step that it is, or is an item of.
    let step: String
    let needs: [String]
    let writes: Bool
    let pool: String?
    var state = State.waiting
  }

  enum State {
    case waiting, running, over
  }

  let workers: Int
  let pools: [String: Int]
  var items: [Item]

  /// The first step that may start now; nil when none may.
  ///
  /// Steps that write start in the order of the job, so that the store comes to the same end however
  /// fast each is; they would wait for the writer's lane in any case.
  var next: Int? {
    let running = items.filter { $0.state == .running }
    guard running.count < workers else { return nil }
    let open = Set(items.filter { $0.state != .over }.map(\.step))
    var isWriterBefore = false
    for (index, item) in items.enumerated() where item.state != .over {
      let isFree = item.pool.map { pool in
        running.count { $0.pool == pool } < pools[pool] ?? workers
      }
      if item.state == .waiting, isFree ?? true, open.isDisjoint(with: item.needs),
        !item.writes || !isWriterBefore
      {
        return index
      }
      if item.writes { isWriterBefore = true }
    }
    return nil
  }

  /// Whether every step is over.
  var isOver: Bool { items.allSatisfy { $0.state == .over } }
}

internal import CSQLite

/// A function that SQL may call over the rows of a group, or of a window that does not move:
/// `f(x)` and `f(x) OVER (PARTITION BY y)`.
public struct AggregateFunction: Sendable {
  /// The name in SQL.
  public let name: String
  /// How many arguments it takes.
  public let argumentCount: Int
  /// Begins a group.
  public let begin: @Sendable () -> Group

  /// One group under way.
  public struct Group {
    /// Takes the arguments of a row; an error becomes the error of the statement.
    public let add: ([Value]) throws -> Void
    /// What the rows so far come to.
    public let result: () throws -> Value

    /// Makes a group.
    public init(add: @escaping ([Value]) throws -> Void, result: @escaping () throws -> Value) {
      self.add = add
      self.result = result
    }
  }

  /// Declares a function.
  public init(_ name: String, argumentCount: Int, begin: @escaping @Sendable () -> Group) {
    self.name = name
    self.argumentCount = argumentCount
    self.begin = begin
  }
}

/// A function as SQLite's callbacks reach it.
private final class RegisteredAggregateFunction {
  let function: AggregateFunction

  init(_ function: AggregateFunction) { self.function = function }
}

/// A group, where SQLite keeps a pointer to it.
private final class OpenGroup {
  let group: AggregateFunction.Group

  init(_ group: AggregateFunction.Group) { self.group = group }
}

extension Connection {
  /// Lets SQL on this connection call a function over groups.
  public func register(_ function: AggregateFunction) throws {
    try refuseWhenRestricted(function.name)
    let box = Unmanaged.passRetained(RegisteredAggregateFunction(function))
    // SQLite releases the box in every case, also when it refuses the function.
    let code = sqlite3_create_window_function(
      handle, function.name, Int32(clamping: function.argumentCount),
      SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, box.toOpaque(),
      { context, count, arguments in
        attempt(context) { try group(context, begins: true)?.add(values(count, arguments)) }
      },
      { context in
        attempt(context) { try result(context) }
        place(context, begins: false)?.pointee?.release()
      },
      { context in attempt(context) { try result(context) } },
      { context, _, _ in
        sqlite3_result_error(
          context,
          "\(declared(context)?.name ?? "the function") knows no window that moves: "
            + "leave ORDER BY and ROWS out of OVER (...)", -1)
      },
      { data in
        guard let data else { return }
        Unmanaged<RegisteredAggregateFunction>.fromOpaque(data).release()
      })
    guard code == SQLITE_OK else { throw error(code, sql: nil) }
  }
}

private func declared(_ context: OpaquePointer?) -> AggregateFunction? {
  sqlite3_user_data(context).map {
    Unmanaged<RegisteredAggregateFunction>.fromOpaque($0).takeUnretainedValue().function
  }
}

/// Where SQLite keeps the pointer to the group; it is zero at first.
private func place(_ context: OpaquePointer?, begins: Bool)
  -> UnsafeMutablePointer<Unmanaged<OpenGroup>?>?
{
  let size = begins ? Int32(MemoryLayout<Unmanaged<OpenGroup>?>.size) : 0
  return sqlite3_aggregate_context(context, size)?
    .assumingMemoryBound(to: Unmanaged<OpenGroup>?.self)
}

private func group(_ context: OpaquePointer?, begins: Bool) -> AggregateFunction.Group? {
  guard let place = place(context, begins: begins) else { return nil }
  if place.pointee == nil, let function = declared(context) {
    place.pointee = Unmanaged.passRetained(OpenGroup(function.begin()))
  }
  return place.pointee?.takeUnretainedValue().group
}

// A group without rows has no place: it is begun only to say what nothing comes to.
private func result(_ context: OpaquePointer?) throws {
  let open = group(context, begins: false) ?? declared(context)?.begin()
  try (open?.result() ?? .null).give(to: context)
}

private func attempt(_ context: OpaquePointer?, _ body: () throws -> Void) {
  do {
    try body()
  } catch {
    sqlite3_result_error(context, "\(declared(context)?.name ?? ""): \(error)", -1)
  }
}

/// Where a setting in force came from.
public enum Origin: Sendable, Hashable, CustomStringConvertible {
  /// The schema: no file says otherwise.
  case `default`
  case file(Mark)

  /// `default`, or the place as `file:line:column`.
  public var description: String {
    switch self {
    case .default: "default"
    case .file(let mark): mark.description
    }
  }
}

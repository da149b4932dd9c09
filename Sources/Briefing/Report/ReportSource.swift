internal import Kernel
internal import Store

/// A source as a report cites it.
struct ReportSource {
  let identifier: String
  let title: String
  /// The name of the file as received.
  let file: String
  let publisher: String
  let licence: String
  /// The day the data are for; nil when unknown.
  let asOf: String?
  let citation: String
  let marking: String

  /// The sources of the register with these identifiers, in their order; one that the deployment may
  /// not hold has its identifier and its marking alone.
  static func load(
    _ identifiers: [String], for deployment: Deployment, _ connection: Connection
  ) throws -> [ReportSource] {
    let wanted = Set(identifiers)
    return try SourceEntry.all(for: deployment, connection)
      .filter { wanted.contains($0.identifier) }
      .map { entry in
        ReportSource(
          identifier: entry.identifier, title: entry["title"].text ?? entry.identifier,
          file: entry["file"].text ?? "", publisher: entry["publisher"].text ?? "",
          licence: entry["licence"].text ?? "", asOf: entry["as_of"].text,
          citation: entry["citation"].text ?? "", marking: entry["marking"].text ?? "")
      }
  }
}

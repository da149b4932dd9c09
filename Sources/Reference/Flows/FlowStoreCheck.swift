internal import FlowColumns
internal import Kernel
internal import Store

/// What `store check` looks for in the flows: torn, altered, missing and overlapping segments.
enum FlowStoreCheck {
  static let check = StoreCheck("trade flows") { connection in
    let editions = try connection.rows("SELECT DISTINCT edition FROM flow_segment ORDER BY 1")
      .compactMap(\.first?.text)
    let problems = try editions.flatMap { edition in
      let store = FlowSegments(edition: edition, connection: connection)
      let entries = try store.entries()
      return overlaps(entries, edition) + (try faults(entries, store))
    }
    return try problems + missingRows(connection)
  }

  /// How many segments are read and checked at once.
  private static let batch = 16

  private static func faults(_ entries: [FlowSegments.Entry], _ store: FlowSegments) throws
    -> [String]
  {
    let edition = store.edition
    return try stride(from: 0, to: entries.count, by: batch).flatMap { start in
      let some = Array(entries[start..<min(start + batch, entries.count)])
      let blocks = try some.map { try store.blocks(of: $0, quantities: true) }
      let faults = concurrentMap(some.count, threads: FlowSegments.threads) { index -> String? in
        do throws(FlowFault) {
          let segment = try blocks[index].segment()
          try segment.checkInvariants()
          return some[index].difference(from: segment)
        } catch {
          return error.description
        }
      }
      return zip(some, faults).compactMap { entry, fault in
        fault.map { "\(entry.name(edition)): \($0)" }
      }
    }
  }

  private static func overlaps(_ entries: [FlowSegments.Entry], _ edition: String) -> [String] {
    zip(entries, entries.dropFirst()).compactMap { first, second in
      guard first.summary.period == second.summary.period,
        first.summary.productRange.upperBound >= second.summary.productRange.lowerBound
      else { return nil }
      return "\(second.name(edition)): it overlaps the one before it"
    }
  }

  /// The periods whose segments do not have the rows that their import counted.
  private static func missingRows(_ connection: Connection) throws -> [String] {
    let rows = try connection.rows(
      """
      WITH kept AS (
        SELECT edition || '/' || year
          || CASE month WHEN 0 THEN '' ELSE printf('-%02d', month) END AS part,
          sum(row_count) AS rows
        FROM flow_segment GROUP BY edition, year, month
      ), counted AS (SELECT part, rows FROM tower_source_part WHERE dataset = 'baci')
      SELECT part, counted.rows, coalesce(kept.rows, 0) FROM counted LEFT JOIN kept USING (part)
      WHERE coalesce(kept.rows, 0) <> counted.rows
      UNION ALL
      SELECT part, 0, kept.rows FROM kept WHERE part NOT IN (SELECT part FROM counted)
      ORDER BY 1
      """)
    return rows.map { row in
      "the flows of \(row[0].text ?? ""): \(row[2].integer ?? 0) rows are there, "
        + "\(row[1].integer ?? 0) were imported"
    }
  }
}

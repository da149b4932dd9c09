internal import Configuration
internal import Store

extension Tower {
  /// Writes the configuration to the ledger when it is not the one that the last write ran under.
  ///
  /// It is recorded at the first write under it, since reading leaves no trace in the store.
  func recordConfiguration(_ connection: Connection) throws {
    let settings = deployment.values.outline().map { "\($0.path)=\($0.value)\n" }.joined()
    let digest = Digest.of(settings)
    let last = try connection.first(
      """
      SELECT body ->> '$.sha256' FROM tower_ledger WHERE kind = 'configuration'
      ORDER BY number DESC LIMIT 1
      """)
    guard last?[0].text != digest else { return }
    try Ledger.append(
      kind: "configuration", subject: "agency:" + deployment.agency.identifier,
      body: .object([
        "file": deployment.file.map(JSONValue.text) ?? .null, "sha256": .text(digest),
      ]),
      actor: deployment.agency.identifier, at: clock.now, to: connection)
  }
}

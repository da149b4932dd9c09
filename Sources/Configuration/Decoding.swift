extension Schema {
  /// Checks a document and gives its values.
  ///
  /// - Throws: `ConfigurationError` with every fault of the document.
  public func decode(_ node: Node) throws(ConfigurationError) -> SettingValues {
    var faults: [Diagnostic] = []
    guard let values = decode(node, collecting: &faults) else {
      throw ConfigurationError(diagnostics: faults)
    }
    return values
  }

  /// Checks a document and adds its faults to those of others; nil when it has any.
  public func decode(_ node: Node, collecting faults: inout [Diagnostic]) -> SettingValues? {
    var decoder = Decoder(faults: node.faults)
    let values = decoder.mapping(node, self)
    faults += decoder.faults
    return decoder.faults.isEmpty ? values : nil
  }
}

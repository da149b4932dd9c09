public import Vocabulary

extension ImportReliance {
  /// The reliance on imports in each draw of quantities, by its formula; nil in a draw in which more
  /// leaves the country than it produces and imports.
  ///
  /// - Parameters:
  ///   - imports: in each draw.
  ///   - exports: in each draw, as many.
  ///   - production: what the country produces.
  public static func shares(imports: [Double], exports: [Double], production: Double)
    -> [Percentage?]
  {
    zip(imports, exports).map {
      ImportReliance(imports: $0, exports: $1, production: production).share
    }
  }
}

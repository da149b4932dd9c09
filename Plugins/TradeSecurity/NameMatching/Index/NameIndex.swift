/// Listed names, laid out for search.
public final class NameIndex: Sendable {
  /// The names.
  public let names: [ListedName]
  let people: NamePartition
  let others: NamePartition

  /// Indexes names; their order does not matter to the answers.
  public init(names: [ListedName]) {
    self.names = names
    func partition(_ isPerson: Bool) -> NamePartition {
      let places = names.indices.filter { (names[$0].party == .person) == isPerson }
      return NamePartition(
        places.map { NameReader.read(names[$0].text, isPerson: isPerson) },
        names: places.map(Int32.init), isPerson: isPerson)
    }
    people = partition(true)
    others = partition(false)
  }

  /// The number of names.
  public var count: Int { names.count }
}

/// A searcher of an index: one for each thread, since it remembers what tokens meet.
public struct NameSearcher {
  private let index: NameIndex
  private var people: PartitionSearch
  private var others: PartitionSearch

  /// Makes a searcher.
  public init(_ index: NameIndex) {
    self.index = index
    people = PartitionSearch(index.people)
    others = PartitionSearch(index.others)
  }

  /// Every name of the index that scores at least the threshold: its place and its score.
  public mutating func scores(_ text: String, threshold: Float, isExhaustive: Bool = false) -> [(name: Int, score: Float)] {
    let person = NameColumns(NameReader.read(text, isPerson: true))
    let other = NameColumns(NameReader.read(text, isPerson: false))
    return people.search(person, threshold: threshold, isExhaustive: isExhaustive)
      .map { (Int(index.people.names[Int($0.name)]), $0.score) }
      + others.search(other, threshold: threshold, isExhaustive: isExhaustive)
      .map { (Int(index.others.names[Int($0.name)]), $0.score) }
  }
}

/// Temporary surface for tuning.
public struct Reading: Sendable {
  let columns: NameColumns
  public init(_ text: String, isPerson: Bool) {
    columns = NameColumns(NameReader.read(text, isPerson: isPerson))
  }
  public var description: String {
    columns.name.tokens.map { "\($0.text)/\($0.kind)/\($0.weight)" }.joined(separator: " ")
      + " | " + columns.name.legalForms.joined(separator: ",")
  }
}
public struct Comparer {
  var pair = PairComparison()
  public init() {}
  public mutating func score(_ a: Reading, _ b: Reading, isPerson: Bool) -> Float {
    pair.compare(a.columns, b.columns, isPerson: isPerson).score
  }
  public func explain() -> String {
    pair.pairings.map { "\($0.query)+\($0.queryCount)~\($0.listed)+\($0.listedCount) \($0.way) \($0.similarity) w\($0.weight)" }.joined(separator: "; ")
  }
}

public struct Prepared {
  let a: NameColumns
  let b: NameColumns
  let isPerson: Bool
  let matrix: ([Float], [UInt8])
  public init(_ a: Reading, _ b: Reading, isPerson: Bool) {
    self.a = a.columns
    self.b = b.columns
    self.isPerson = isPerson
    matrix = PairComparison.matrix(a.columns.name, b.columns.name)
  }
}
extension Comparer {
  public mutating func score(_ p: Prepared) -> Float {
    pair.compare(p.a, p.b, p.matrix, isPerson: p.isPerson).score
  }
}

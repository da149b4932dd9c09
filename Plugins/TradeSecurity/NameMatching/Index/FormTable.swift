/// Ways to say tokens, in columns, ordered by how long they are and then by how many consonants they
/// show in their signature.
struct FormTable: ~Copyable, Sendable {
  /// The token of each form.
  let tokens: Column<Int32>
  /// The consonants of each form, see `SoundForm.signature`.
  let signatures: Column<UInt32>
  /// The vowels of each form, see `LeastSoundCost`.
  let vowels: Column<UInt32>
  /// Whether the script of each form leaves vowels out.
  let vowelless: Column<Bool>
  /// How many sounds of each form leave open what they sound like.
  let openCounts: Column<UInt8>
  /// How many sounds of each form are consonants.
  let consonantCounts: Column<UInt8>
  private let codeStarts: Column<Int32>
  private let codes: Column<UInt8>
  /// For each length and number of bits of the signature, and for the end, the first place.
  private let groupStarts: Column<Int32>

  private static let bitCounts = 33

  init(_ forms: [(token: Int32, form: SoundForm)]) {
    func group(_ form: SoundForm) -> Int {
      form.codes.count * FormTable.bitCounts + form.signature.nonzeroBitCount
    }
    let sorted = forms.map { (group: group($0.form), token: $0.token, form: $0.form) }.sorted {
      ($0.group, $0.token) < ($1.group, $1.token)
    }
    var groups = [Int32](repeating: 0, count: (SoundForm.longest + 1) * FormTable.bitCounts + 1)
    var starts: [Int32] = [0]
    var codes: [UInt8] = []
    for entry in sorted {
      groups[entry.group + 1] += 1
      codes += entry.form.codes
      starts.append(Int32(codes.count))
    }
    for place in 1..<groups.count { groups[place] += groups[place - 1] }
    tokens = Column(sorted.map(\.token))
    signatures = Column(sorted.map(\.form.signature))
    vowels = Column(sorted.map { LeastSoundCost.vowels(of: $0.form.codes) })
    vowelless = Column(sorted.map(\.form.isVowelless))
    openCounts = Column(sorted.map(\.form.openCount))
    consonantCounts = Column(sorted.map(\.form.consonantCount))
    codeStarts = Column(starts)
    self.codes = Column(codes)
    groupStarts = Column(groups)
  }

  /// How many forms there are.
  var count: Int { tokens.count }

  /// The sounds of a form.
  @inline(__always)
  func sounds(_ place: Int) -> UnsafeBufferPointer<UInt8> {
    codes.part(Int(codeStarts[place])..<Int(codeStarts[place &+ 1]))
  }

  /// The forms of a length whose signatures have so many bits.
  func places(length: Int, bits: ClosedRange<Int>) -> Range<Int> {
    let first = length * FormTable.bitCounts
    let low = first + max(0, bits.lowerBound)
    let high = first + min(FormTable.bitCounts - 1, bits.upperBound)
    return Int(groupStarts[low])..<Int(groupStarts[high + 1])
  }
}

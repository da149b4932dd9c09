/// What is known about a technology, its holder and the act.
public struct TransferFacts: Hashable, Sendable {
  /// Whether the technology is designated as a national core technology (국가핵심기술).
  public let isNationalCore: Fact
  /// Whether it was developed with research money from the state.
  public let isStateFunded: Fact
  /// Whether the holder is an institution that the Act binds (대상기관): a company, research
  /// institute, specialised institution or university that holds industrial technology.
  public let holderIsBound: Fact
  /// What is to be done with it.
  public let act: TransferAct

  /// Makes the facts of one case.
  public init(isNationalCore: Fact, isStateFunded: Fact, holderIsBound: Fact, act: TransferAct) {
    self.isNationalCore = isNationalCore
    self.isStateFunded = isStateFunded
    self.holderIsBound = holderIsBound
    self.act = act
  }
}

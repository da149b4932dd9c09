public import Vocabulary

/// What is known about a technology, its holder and the act; an unknown fact is `cannotTell`.
public struct TransferFacts: Hashable, Sendable {
  /// Whether the technology is designated as a national core technology (국가핵심기술).
  public let isNationalCore: Answer
  /// Whether it was developed with research money from the state.
  public let isStateFunded: Answer
  /// Whether the holder is an institution that the Act binds (대상기관): a company, research
  /// institute, specialised institution or university that holds industrial technology.
  public let holderIsBound: Answer
  /// What is to be done with it.
  public let act: TransferAct

  /// Makes the facts of one case.
  public init(
    isNationalCore: Answer, isStateFunded: Answer, holderIsBound: Answer, act: TransferAct
  ) {
    self.isNationalCore = isNationalCore
    self.isStateFunded = isStateFunded
    self.holderIsBound = holderIsBound
    self.act = act
  }
}

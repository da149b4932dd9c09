internal import Configuration
internal import Store

extension ExitStatus {
  /// How a run ends that an error stopped.
  public init(of error: any Error) {
    self =
      switch error {
      case let error as TowerError: error.status
      case is ConfigurationError, is RegistrationError: .configuration
      case StoreRefusal.newerFormat, StoreRefusal.newerMigration, StoreRefusal.editedMigration,
        StoreRefusal.notAStore, StoreRefusal.damaged:
        .integrity
      case let error as StoreError: ExitStatus(of: error.kind)
      default: .failed
      }
  }

  /// How a run ends that an error of the store stopped.
  init(of kind: StoreError.Kind) {
    self =
      switch kind {
      case .denied: .denied
      case .interrupted: .interrupted
      case .damaged: .integrity
      case .busy: .locked
      case .constraint, .limit, .other: .failed
      }
  }
}

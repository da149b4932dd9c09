internal import Configuration
internal import Store

extension ExitStatus {
  /// How a run ends that an error stopped.
  public init(of error: any Error) {
    self =
      switch error {
      case let error as TowerError: error.status
      case is ConfigurationError, is RegistrationError: .configuration
      case StoreRefusal.newerMigration, StoreRefusal.editedMigration, StoreRefusal.notAStore,
        StoreRefusal.damaged:
        .integrity
      case let error as StoreError where error.isDenied: .denied
      case let error as StoreError where error.isInterrupted: .interrupted
      default: .failed
      }
  }
}

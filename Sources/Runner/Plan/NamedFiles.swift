internal import Kernel

/// The files that a command line names: those it reads and the places that it writes to.
struct NamedFiles {
  /// The files that it reads.
  private(set) var read: [String] = []
  /// The files and folders that it makes.
  private(set) var made: [String] = []

  init(_ words: [String], _ registry: Registry) {
    guard let parsed = CommandLineParser(commands: registry.commands).check(words).parsed else {
      return
    }
    for parameter in parsed.command.parameters {
      switch parameter.type {
      case .existingFile: read += parsed.arguments.texts(parameter.name)
      case .path: made += parsed.arguments.texts(parameter.name)
      default: break
      }
    }
  }
}

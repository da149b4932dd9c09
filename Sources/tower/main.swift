internal import Glibc
internal import Kernel
internal import Shell

// One call: closures formed in this file would carry run-time checks of the main actor.
let outcome = Program(modules: installedModules, environment: processEnvironment())
  .run(Array(CommandLine.arguments.dropFirst()))
Terminal.write(outcome.output)
Terminal.writeError(outcome.messages)
exit(outcome.status.rawValue)

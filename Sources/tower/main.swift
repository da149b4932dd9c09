internal import Glibc
internal import Kernel
internal import Shell

// One call: closures formed in this file would carry run-time checks of the main actor.
exit(
  Program(modules: installedModules, environment: processEnvironment())
    .main(Array(CommandLine.arguments.dropFirst())).rawValue)

internal import Kernel

/// THE list of installed modules: a new module is its own folder and one line here.
let installedModules: [any Module.Type] = [
  KernelModule.self
]

internal import Kernel
internal import Reference
internal import SupplyChains
internal import TradeSecurity

/// THE list of installed modules: a new module is its own folder and one line here.
let installedModules: [any Module.Type] = [
  KernelModule.self,
  ReferenceModule.self,
  SupplyChainsModule.self,
  TradeSecurityModule.self,
]

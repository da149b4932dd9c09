internal import Briefing
internal import Kernel
internal import Reference
internal import Resources
internal import Runner
internal import SupplyChains
internal import TechnologySecurity
internal import TradeSecurity
internal import Watching

/// THE list of installed modules: a new module is its own folder and one line here.
let installedModules: [any Module.Type] = [
  KernelModule.self,
  ReferenceModule.self,
  ResourcesModule.self,
  SupplyChainsModule.self,
  TradeSecurityModule.self,
  TechnologySecurityModule.self,
  BriefingModule.self,
  WatchingModule.self,
  RunnerModule.self,
]

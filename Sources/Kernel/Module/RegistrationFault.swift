internal import Vocabulary

/// Why the modules cannot be registered together; each fault names the modules at fault.
public enum RegistrationFault: Error, Sendable, Hashable, CustomStringConvertible {
  case duplicate(identifier: String)
  case cycle([String])
  case missingRequirement(module: String, requires: String, isInstalled: Bool)
  case sharedPrefix(String, modules: [String])
  case foreignName(kind: String, name: String, module: String, prefixes: [String])
  case duplicateName(kind: String, name: String, modules: [String])

  /// The fault in one sentence, with what to change.
  public var description: String {
    switch self {
    case .duplicate(let identifier):
      "two modules are called '\(identifier)'; each identifier is registered once"
    case .cycle(let modules):
      "the modules require each other in a circle: \(modules.joined(separator: " -> "))"
    case .missingRequirement(let module, let requires, let isInstalled):
      isInstalled
        ? "module '\(module)' requires '\(requires)', which is disabled; enable it or disable both"
        : "module '\(module)' requires '\(requires)', which is not installed"
    case .sharedPrefix(let prefix, let modules):
      "the prefix '\(prefix)' is claimed by \(modules.joined(separator: " and "))"
    case .foreignName(let kind, let name, let module, let prefixes):
      "\(kind) '\(name)' of module '\(module)' is outside its own prefixes: "
        + prefixes.joined(separator: ", ")
    case .duplicateName(let kind, let name, let modules):
      "\(kind) '\(name)' is declared by \(modules.joined(separator: " and "))"
    }
  }
}

/// All that is wrong with a registration.
public struct RegistrationError: Error, Sendable, CustomStringConvertible {
  /// The faults, in a stable order.
  public let faults: [RegistrationFault]

  /// One line for each fault.
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}

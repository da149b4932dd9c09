internal import Glibc

/// The variables that the tower reads from its environment, and no others.
func processEnvironment() -> [String: String] {
  var variables: [String: String] = [:]
  for name in ["TOWER_CONFIG", "TOWER_CLOCK", "XDG_STATE_HOME", "HOME"] {
    if let value = getenv(name) { variables[name] = String(cString: value) }
  }
  return variables
}

internal import FoundationEssentials

/// The public data and labelled cases that stand beside the project, where they are present.
public enum SharedData {
  /// The path of a file of the folder `shared` beside the project's own folder.
  public static func path(_ name: String) -> String {
    let project = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/" + project + "/../shared/" + name
  }

  /// Whether a file is there; a test that needs it is skipped otherwise.
  public static func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: path(name))
  }
}

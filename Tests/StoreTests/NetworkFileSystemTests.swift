import TestSupport
import Testing

@testable import Store

@Suite("A store on a network file system")
struct NetworkFileSystemTests {
  private let mounts = """
    22 1 8:1 / / rw - ext4 /dev/root rw
    40 22 0:44 / /net/share rw - fuse.sshfs host:/data rw
    41 40 0:45 / /net/share/local rw - ext4 /dev/other rw
    42 22 0:46 / /archive rw - fuse.squashfuse image rw
    short line
    """.split(separator: "\n")

  @Test(
    "is known by the innermost mount that holds it, and by the program behind it",
    arguments: [
      ("/net/share/tower.db", "sshfs"), ("/net/share", "sshfs"), ("/net/share/local/tower.db", nil),
      ("/net/shared/tower.db", nil), ("/archive/tower.db", nil), ("/home/tower.db", nil),
    ] as [(String, String?)])
  func mount(path: String, program: String?) {
    #expect(NetworkFileSystem.networkFuse(at: path, mounts: mounts) == program)
  }

  @Test("a local folder is none, also for a file that is not there yet")
  func local() {
    let folder = ScratchFolder()
    #expect(NetworkFileSystem.kind(holding: folder.file("new.db")) == nil)
    #expect(NetworkFileSystem.folder(of: "tower.db") == ".")
  }

  @Test("is refused with the reason")
  func reason() {
    let refusal = StoreRefusal.networkFileSystem(path: "var/tower.db", kind: "NFS")
    #expect(
      refusal.description
        == "var/tower.db is on a network file system (NFS), where file locks cannot be trusted; "
        + "keep the store on a local disk")
  }
}

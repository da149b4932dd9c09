import Kernel
import Store
import TestSupport
import Testing

@testable import Runner

@Suite("The lock of a job")
struct RunLockTests {
  private let folder = ScratchFolder()
  private let job = "id: words\ntitle: Words\nsteps: [{id: a, run: word keep alpha}]\n"

  private func dispatch(_ words: String..., in tower: Tower) throws -> CommandResult {
    try Dispatcher(tower).run(words + ["--quiet"]).result
  }

  @Test("lets one run in at a time, and tells the second who holds it since when")
  func twoAtOnce() throws {
    let tower = try makeTower(folder)
    try tower.prepareStore()
    let file = folder.write("job.yaml", job)
    do {
      let lock = try RunLock(job: "words", storePath: tower.store.path)
      try lock.sign(run: "words/2026-11-24/1", since: tower.clock.now)
      let error = #expect(throws: TowerError.self) {
        try dispatch("batch", "run", file, in: tower)
      }
      #expect(error?.status == .locked)
      #expect(error?.message.contains("run words/2026-11-24/1, process ") == true)
      #expect(error?.message.hasSuffix(", since 2026-11-24T00:00:00Z") == true)
    }
    #expect(try dispatch("batch", "run", file, in: tower).status == .ok)
  }

  @Test("of one job does not hold another, nor the same job on another store")
  func otherJob() throws {
    let tower = try makeTower(folder)
    let lock = try RunLock(job: "other", storePath: tower.store.path)
    let elsewhere = try RunLock(job: "words", storePath: folder.file("other.db"))
    let file = folder.write("job.yaml", job)
    let result = try dispatch("batch", "run", file, in: tower)
    #expect(result.status == .ok)
    withExtendedLifetime((lock, elsewhere)) {}
  }

  @Test("is taken although somebody asks for its holder all the time")
  func asked() throws {
    let path = folder.file("tower.db")
    for _ in 0..<200 {
      _ = RunLock.holder(job: "words", storePath: path)
      let lock = try RunLock(job: "words", storePath: path)
      #expect(RunLock.holder(job: "words", storePath: path) != nil)
      withExtendedLifetime(lock) {}
    }
    #expect(RunLock.holder(job: "words", storePath: path) == nil)
  }
}

@Suite("The log of runs")
struct LogTests {
  private let folder = ScratchFolder()

  /// A store whose journal holds a run that never ended.
  private func makeUnended() throws -> (tower: Tower, run: RunRecord) {
    let tower = try makeTower(folder)
    try tower.prepareStore()
    let file = folder.write(
      "job.yaml",
      "id: words\ntitle: Words\nsteps: [{id: a, run: word keep alpha}, {id: b, run: word day}]\n")
    let job = try Job.load(path: file, registry: tower.registry)
    var run = RunRecord(
      job: job, day: tower.clock.today, number: 1, asOf: tower.clock.today, knownAt: nil,
      parameters: [:], started: tower.clock.now)
    run.steps = [
      RunRecord.Step(
        name: "a", position: 1, line: "word keep alpha", status: .running, reason: "",
        started: tower.clock.now)
    ]
    try Journal(tower).begin(run, JobEnvironment(tower))
    return (tower, run)
  }

  private func log(_ words: String..., in tower: Tower) throws -> [[Value]] {
    try Dispatcher(tower).run(["batch", "log"] + words).result.tables[0].rows
  }

  @Test("shows a run without an end as running while its process lives, and else as interrupted")
  func interrupted() throws {
    let (tower, run) = try makeUnended()
    do {
      let lock = try RunLock(job: "words", storePath: tower.store.path)
      try lock.sign(run: run.identifier, since: run.started)
      #expect(try log(in: tower)[0][1] == "running")
      #expect(try log(run.identifier, in: tower)[0][1] == "running")
      // Another run of the job holds the lock: this one is over.
      try lock.sign(run: "words/2026-11-24/2", since: run.started)
      #expect(try log(in: tower)[0][1] == "interrupted")
    }
    #expect(try log(in: tower)[0][1] == "interrupted")
    #expect(try log(run.identifier, in: tower)[0][1] == "interrupted")
  }

  @Test("the next run of the job settles it in the journal itself")
  func settled() throws {
    let (tower, run) = try makeUnended()
    _ = try Dispatcher(tower).run(["batch", "run", run.job.file, "--quiet"])
    let rows = try tower.read {
      try $0.rows("SELECT number, status FROM batch_run ORDER BY number")
    }
    #expect(rows == [[1, "interrupted"], [2, "done"]])
    #expect(try log(run.identifier, in: tower)[0][1] == "interrupted")
  }

  @Test("names the nearest run, and says how to get one where there is none")
  func unknown() throws {
    let (tower, _) = try makeUnended()
    let error = #expect(throws: TowerError.self) { try log("wrds/2026-11-24/1", in: tower) }
    #expect(error?.hints == ["did you mean words/2026-11-24/1?"])
    let empty = try makeTower(ScratchFolder())
    try empty.prepareStore()
    let notes = try Dispatcher(empty).run(["batch", "log"]).result.notes
    #expect(notes == ["no job has run yet; 'tower batch run JOB.yaml' runs one"])
  }
}

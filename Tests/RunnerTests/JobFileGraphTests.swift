import Configuration
import Kernel
import TestSupport
import Testing

@testable import Runner

@Suite("A job file with parameters, needs and parts")
struct JobFileGraphTests {
  private let folder = ScratchFolder()

  private func load(_ text: String) throws -> Job {
    try Job.load(path: folder.write("job.yaml", text), registry: try makeTower(folder).registry)
  }

  private func faults(_ text: String) throws -> [String] {
    let error = #expect(throws: ConfigurationError.self) { try load(text) }
    return (error?.diagnostics ?? []).map { "\($0.mark.line):\($0.mark.column) \($0.summary)" }
  }

  @Test("stands in the order of its needs, and otherwise as it is written")
  func order() throws {
    let job = try load(
      """
      id: job
      title: Job
      steps:
        - {id: last, run: word day, needs: [first, second]}
        - {id: first, run: word day, needs: []}
        - {id: second, run: word day}
        - {id: free, run: word day, needs: []}
      """)
    #expect(job.steps.map(\.identifier) == ["first", "second", "last", "free"])
    #expect(job.steps.map(\.needs) == [[], ["first"], ["first", "second"], []])
  }

  @Test("names every wrong reference, need, pool, condition and file at its place")
  func references() throws {
    let found = try faults(
      """
      id: job
      title: Job
      parameters:
        year: {type: integer, default: 2024, minimum: 1995, maximum: 2030, doc: The year.}
      pools: {net: 1}
      steps:
        - {id: a, run: "word say ${parameters.yaer}", pool: nett}
        - {id: b, run: "word say ${item}", needs: [c]}
        - {id: c, run: "word say ${steps.a.output}", needs: []}
        - {id: d, run: "word say ${year}", save: list.xls}
        - {id: e, run: "word say x --level ${parameters.year}", needs: [z]}
        - {id: f, run: "word say x", when: {step: c, status: [done]}, needs: [a]}
        - {id: g, run: "word say ${parameters.year"}
      """)
    #expect(
      found == [
        "7:28 there is no parameter 'yaer'; did you mean year?",
        "7:55 there is no pool 'nett'; did you mean net?",
        "8:28 there is no ${item} in a step without 'for-each'",
        "9:28 the step does not need 'a', so that it may not be over by then",
        "10:28 '${year}' is no reference; write ${parameters.NAME}, ${steps.STEP.output}, ${date} "
          + "or ${item}",
        "10:44 the name of the file ends with none of .csv, .json, .ndjson, .md, .txt",
        "11:38 --level: '2024' is not a whole number from 1 to 9",
        "11:67 there is no step 'z'; did you mean a or b or c?",
        "12:45 the step does not need 'c', so that it may not be over by then",
        "13:28 the reference is not closed; write ${...}",
      ])
  }

  @Test("with needs in a circle names the circle")
  func circle() throws {
    let found = try faults(
      "id: job\ntitle: Job\nsteps:\n  - {id: a, run: word day, needs: [b]}\n"
        + "  - {id: b, run: word day, needs: [a]}\n  - {id: c, run: word day, needs: [a]}\n")
    #expect(found == ["4:10 the steps need each other in a circle: 'a', 'b'"])
  }

  @Test("takes parameters and steps of the files that it includes")
  func include() throws {
    _ = folder.write(
      "part.yaml",
      "parameters:\n  w: {type: text, default: x, doc: A word.}\n"
        + "steps:\n  - {id: shared, run: 'word keep ${parameters.w}'}\n")
    let job = try load(
      "id: job\ntitle: Job\ninclude: [part.yaml]\nsteps:\n  - {id: own, run: word day}\n")
    #expect(job.steps.map(\.identifier) == ["shared", "own"])
    #expect(job.parameters.map(\.name) == ["w"])
    _ = folder.write("part.yaml", "steps:\n  - {id: shared, run: word dya}\n")
    let error = #expect(throws: ConfigurationError.self) {
      try load(
        "id: job\ntitle: Job\ninclude: [part.yaml, none.yaml]\nsteps: [{id: own, run: word day}]\n")
    }
    let places = (error?.diagnostics ?? []).map {
      $0.mark.description.split(separator: "/").last.map(String.init) ?? ""
    }
    #expect(places == ["job.yaml:3:22", "part.yaml:2:23"])
  }

  @Test("refuses parameters that are unknown, missing or out of range, all at once")
  func parameters() throws {
    let job = try load(
      """
      id: job
      title: Job
      parameters:
        year: {type: integer, minimum: 1995, doc: The year.}
        mode: {type: text, choices: [a, b], default: a, doc: The mode.}
        must: {type: text, doc: A word.}
      steps: [{id: a, run: word day}]
      """)
    let error = #expect(throws: TowerError.self) {
      try job.parameters.values(given: ["year=1900", "mdoe=b", "mode"])
    }
    let lines = error?.message.split(separator: "\n").map(String.init) ?? []
    #expect(lines.count == 4)
    #expect(lines[0].hasPrefix("--parameter year: '1900' is not a whole number"))
    #expect(lines[1] == "--parameter: the job has no parameter 'mdoe'; did you mean mode?")
    #expect(lines[2] == "--parameter: 'mode' is not NAME=VALUE")
    #expect(lines[3] == "the parameter 'must' must be given: A word.")
    #expect(
      try job.parameters.values(given: ["year=2000", "must=x"]) == [
        "year": "2000", "mode": "a", "must": "x",
      ])
  }

  @Test("gives an order that meets every need, and one that a brute search agrees with")
  func randomOrders() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<500 {
      let count = Int.random(in: 1...8, using: &generator)
      let names = (0..<count).map { "s\($0)" }
      let needs = names.map { name in
        (name, Set(names.filter { $0 != name && Int.random(in: 0..<5, using: &generator) == 0 }))
      }
      let order = StepOrder(needs: needs.map { (step: $0.0, needs: $0.1) })
      var over: Set<String> = []
      for name in order.sorted {
        #expect(needs.first { $0.0 == name }?.1.isSubset(of: over) == true)
        over.insert(name)
      }
      // What is left cannot be ordered: each of it needs something that is left.
      for (name, own) in needs where !over.contains(name) { #expect(!own.isSubset(of: over)) }
      #expect(order.circle.isEmpty == (over.count == count))
      for (step, next) in zip(order.circle, order.circle.dropFirst() + order.circle.prefix(1)) {
        #expect(needs.first { $0.0 == step }?.1.contains(next) == true)
      }
    }
  }
}

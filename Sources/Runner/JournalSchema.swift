internal import Kernel
internal import Store

extension Journal {
  static let migration = Migration(
    number: 1, name: "journal",
    sql: """
      CREATE TABLE batch_run (
        run TEXT PRIMARY KEY, job TEXT NOT NULL, day TEXT NOT NULL,
        number INTEGER NOT NULL CHECK (number > 0), file TEXT NOT NULL, digest TEXT NOT NULL,
        as_of TEXT NOT NULL, known_at TEXT, steps INTEGER NOT NULL CHECK (steps > 0),
        started TEXT NOT NULL, ended TEXT, milliseconds INTEGER,
        status TEXT NOT NULL CHECK (status IN ('running', 'done', 'failed', 'interrupted')),
        exit_code INTEGER, cause TEXT, UNIQUE (job, day, number)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE batch_step (
        run TEXT NOT NULL REFERENCES batch_run (run), position INTEGER NOT NULL,
        step TEXT NOT NULL, command TEXT NOT NULL, started TEXT, ended TEXT, milliseconds INTEGER,
        status TEXT NOT NULL
          CHECK (status IN ('running', 'done', 'failed', 'interrupted', 'skipped')),
        exit_code INTEGER, rows INTEGER, message TEXT, digest TEXT, PRIMARY KEY (run, position)
      ) STRICT, WITHOUT ROWID;
      """)

  static let tables = [
    TableDescriptor(
      "batch_run", doc: "A run of a job, written when it starts and when it ends.",
      columns: runColumns),
    TableDescriptor(
      "batch_step", doc: "A step of a run, written when it starts and when it ends.",
      columns: stepColumns),
  ]

  static let runColumns = [
    Column("run", .text, doc: "The run: the job, the day it started, its number on that day."),
    Column("job", .text, doc: "The job."),
    Column("day", .day, doc: "The day it started, by the deployment's calendar."),
    Column("number", .integer, doc: "Which run of the job on that day, from 1."),
    Column("file", .text, doc: "The job file as it was named."),
    Column("digest", .text, doc: "The SHA-256 of the job file."),
    Column("as_of", .day, doc: "The day that every step is for, unless it sets its own."),
    Column("known_at", .day, doc: "The day up to which facts counted; null means all."),
    Column("steps", .integer, doc: "How many steps the job has."),
    Column("started", .text, doc: "When it started."),
    Column("ended", .text, doc: "When it ended; null while it runs and when it was killed."),
    Column("milliseconds", .integer, unit: "ms", doc: "How long it took."),
    Column(
      "status", .text,
      doc: "running, done, failed or interrupted; a run that was killed reads 'running' here until "
        + "the job runs again, while 'batch log' asks whether its process lives."),
    Column("exit_code", .integer, doc: "The exit code it ended with."),
    Column("cause", .text, doc: "Why it stopped, when it did not finish."),
  ]

  static let stepColumns = [
    Column("run", .text, doc: "The run."),
    Column("position", .integer, doc: "The place of the step in the job, from 1."),
    Column("step", .text, doc: "The step."),
    Column("command", .text, doc: "Its command line."),
    Column("started", .text, doc: "When it started; null when it was skipped."),
    Column("ended", .text, doc: "When it ended; null while it runs and when it was killed."),
    Column("milliseconds", .integer, unit: "ms", doc: "How long it took."),
    Column("status", .text, doc: "running, done, failed, interrupted or skipped."),
    Column("exit_code", .integer, doc: "The exit code that the command alone would have given."),
    Column("rows", .integer, doc: "How many rows it answered, over all its tables."),
    Column("message", .text, doc: "Its answer in short, or why it failed or was skipped."),
    Column("digest", .text, doc: "The SHA-256 of its answer as JSON."),
  ]
}

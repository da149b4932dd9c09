internal import Kernel
internal import Store

extension Journal {
  static let migrations = [
    Migration(
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
        """),
    Migration(
      number: 2, name: "plans and what steps stand on",
      sql: """
        ALTER TABLE batch_run ADD COLUMN parameters TEXT NOT NULL DEFAULT '{}';
        ALTER TABLE batch_step RENAME TO batch_step_before;
        CREATE TABLE batch_step (
          run TEXT NOT NULL REFERENCES batch_run (run), step TEXT NOT NULL,
          position INTEGER NOT NULL, command TEXT NOT NULL, started TEXT, ended TEXT,
          milliseconds INTEGER,
          status TEXT NOT NULL
            CHECK (status IN ('planned', 'running', 'done', 'failed', 'interrupted', 'skipped')),
          reason TEXT NOT NULL, basis TEXT, attempts INTEGER NOT NULL, exit_code INTEGER,
          rows INTEGER, message TEXT, digest TEXT, output TEXT, level TEXT, key TEXT,
          PRIMARY KEY (run, step)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO batch_step (run, step, position, command, started, ended, milliseconds, status,
            reason, attempts, exit_code, rows, message, digest)
          SELECT run, step, position, command, started, ended, milliseconds, status, '', 1,
            exit_code, rows, message, digest FROM batch_step_before;
        DROP TABLE batch_step_before;
        CREATE TABLE batch_input (
          run TEXT NOT NULL, step TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
          value TEXT NOT NULL, PRIMARY KEY (run, step, kind, name),
          FOREIGN KEY (run, step) REFERENCES batch_step (run, step)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE batch_artefact (
          run TEXT NOT NULL, step TEXT NOT NULL, path TEXT NOT NULL, name TEXT NOT NULL,
          digest TEXT NOT NULL, PRIMARY KEY (run, step, path),
          FOREIGN KEY (run, step) REFERENCES batch_step (run, step)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE batch_environment (
          digest TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (digest, name)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE batch_last (
          job TEXT NOT NULL, step TEXT NOT NULL, run TEXT NOT NULL, PRIMARY KEY (job, step),
          FOREIGN KEY (run, step) REFERENCES batch_step (run, step)
        ) STRICT, WITHOUT ROWID;
        """),
  ]

  static let tables = [
    TableDescriptor(
      "batch_run", doc: "A run of a job, written when it starts and when it ends.",
      columns: runColumns),
    TableDescriptor(
      "batch_step",
      doc:
        "A step of a run, written when the run is planned, when the step starts and when it ends.",
      columns: stepColumns),
    TableDescriptor(
      "batch_input", doc: "What a step that is done stood on.",
      columns: [
        run, step,
        Column(
          "kind", .text,
          doc: "command, known_at, day, file, environment, table_read or table_written."),
        Column("name", .text, doc: "The file or table; empty for the other kinds."),
        Column(
          "value", .text,
          doc: "The text; the SHA-256 of a file; how many transactions had changed a table."),
      ]),
    TableDescriptor(
      "batch_artefact", doc: "A file that a step made.",
      columns: [
        run, step, Column("path", .text, doc: "The file or folder."),
        Column("name", .text, doc: "Its name in the job; empty when it has none."),
        Column("digest", .text, doc: "The SHA-256 of the file, or of all that the folder holds."),
      ]),
    TableDescriptor(
      "batch_environment", doc: "The modules and settings that steps stood on.",
      columns: [
        Column("digest", .text, doc: "The SHA-256 of all of them."),
        Column("name", .text, doc: "The module or setting."),
        Column("value", .text, doc: "The version of the module, or the text of the setting."),
      ]),
    TableDescriptor(
      "batch_last", doc: "The run in which each step of a job was done last.",
      columns: [Column("job", .text, doc: "The job."), step, run]),
  ]

  private static let run = Column(
    "run", .text, doc: "The run: the job, the day it started, its number on that day.")
  private static let step = Column(
    "step", .text, doc: "The step; with its item in brackets where it runs for several.")

  static let runColumns = [
    run,
    Column("job", .text, doc: "The job."),
    Column("day", .day, doc: "The day it started, by the deployment's calendar."),
    Column("number", .integer, doc: "Which run of the job on that day, from 1."),
    Column("file", .text, doc: "The job file as it was named."),
    Column("digest", .text, doc: "The SHA-256 of the job file."),
    Column("as_of", .day, doc: "The day that every step is for, unless it sets its own."),
    Column("known_at", .day, doc: "The day up to which facts counted; null means all."),
    Column("steps", .integer, doc: "How many steps it has, items counted."),
    Column("started", .text, doc: "When it started."),
    Column("ended", .text, doc: "When it ended; null while it runs and when it was killed."),
    Column("milliseconds", .integer, unit: "ms", doc: "How long it took."),
    Column(
      "status", .text,
      doc: "running, done, failed or interrupted; a run that was killed reads 'running' here until "
        + "the job runs again, while 'batch log' asks whether its process lives."),
    Column("exit_code", .integer, doc: "The exit code it ended with."),
    Column("cause", .text, doc: "Why it stopped, when it did not finish."),
    Column("parameters", .json, doc: "The values of the job's parameters."),
  ]

  static let stepColumns = [
    run, step,
    Column("position", .integer, doc: "The place of the step in the job, from 1."),
    Column("command", .text, doc: "Its command line, as far as it is known."),
    Column("started", .text, doc: "When it started; null when it did not."),
    Column("ended", .text, doc: "When it ended; null while it runs and when it was killed."),
    Column("milliseconds", .integer, unit: "ms", doc: "How long it took."),
    Column(
      "status", .text, doc: "planned, running, done, failed, interrupted or skipped."),
    Column("reason", .text, doc: "Why it runs or does not, as the plan said."),
    Column("basis", .text, doc: "The run since which it is unchanged; null for one that runs."),
    Column("attempts", .integer, doc: "How often it was tried."),
    Column("exit_code", .integer, doc: "The exit code that the command alone would have given."),
    Column("rows", .integer, doc: "How many rows it answered, over all its tables."),
    Column("message", .text, doc: "Its answer in short, or why it failed."),
    Column("digest", .text, doc: "The SHA-256 of its answer as JSON."),
    Column(
      "output", .text, doc: "Its answer where that is one value, or the file it was saved to."),
    Column("level", .text, doc: "The highest level in its answer."),
    Column("key", .text, doc: "The SHA-256 of all that it stood on."),
  ]
}

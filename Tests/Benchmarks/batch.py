"""Measures the batch runner: overhead of a step, planning, kills with resumption, many writers.

Usage: batch.py TOWER FOLDER PROJECT [KILLS [WRITERS [COMMITS]]]

The kills go over the daily job on the bundled data, run in FOLDER with PROJECT/config linked into it,
under a fixed clock; what an uninterrupted run leaves is the reference. The writers are processes that
each commit so many rows, through the store's lane, and then again with SQLite's busy timeout alone.
"""

import hashlib
import json
import os
import random
import sqlite3
import subprocess
import sys
import time

CLOCK = "2026-11-24T00:00:00Z"
# What says when and how long, not what: a run that was interrupted differs in these by nature.
BOOKKEEPING = ("batch_", "tower_ledger", "tower_table_version", "sqlite_")


def tower(program, words, folder, **options):
    environment = dict(os.environ, TOWER_CLOCK=CLOCK)
    return subprocess.run(
        [program, *words], cwd=folder, env=environment, capture_output=True, text=True, **options
    )


def dump(store):
    """The rows of every table but the bookkeeping, as one digest a table."""
    connection = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
    digests = {}
    for (table,) in connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
    ).fetchall():
        if table.startswith(BOOKKEEPING):
            continue
        digest = hashlib.sha256()
        for row in sorted(map(repr, connection.execute(f'SELECT * FROM "{table}"'))):
            digest.update(row.encode())
        digests[table] = digest.hexdigest()
    # Of the ledger: each entry once, whatever its number; runs are said by the journal.
    entries = connection.execute(
        "SELECT kind, subject, body FROM tower_ledger WHERE kind <> 'batch' ORDER BY 1, 2, 3"
    ).fetchall()
    digests["ledger"] = hashlib.sha256(repr(entries).encode()).hexdigest()
    connection.close()
    return digests


def reports(folder):
    found = {}
    for base, _, names in os.walk(os.path.join(folder, "var", "briefs")):
        for name in names:
            path = os.path.join(base, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, folder)] = hashlib.sha256(file.read()).hexdigest()
    return found


def workplace(folder, project, name):
    place = os.path.join(folder, name)
    os.makedirs(os.path.join(place, "var"))
    os.symlink(os.path.join(project, "config"), os.path.join(place, "config"))
    return place


def write_job(path, identifier, steps, extra=""):
    with open(path, "w") as file:
        file.write(f"id: {identifier}\ntitle: {identifier}\n{extra}steps:\n" + "".join(steps))


def overhead(program, folder):
    place = os.path.join(folder, "overhead")
    os.makedirs(place)
    for count in (1, 101):
        steps = [f"  - {{id: s{i}, run: modules --format csv, show: true}}\n" for i in range(count)]
        write_job(os.path.join(place, f"job-{count}.yaml"), f"j{count}", steps)
    store = os.path.join(place, "tower.db")
    times = {}
    for count in (1, 101):
        words = ["batch", "run", f"job-{count}.yaml", "--quiet", "--store", store]
        best = None
        for _ in range(5):
            start = time.perf_counter()
            result = subprocess.run([program, *words], cwd=place, capture_output=True, text=True)
            elapsed = time.perf_counter() - start
            assert result.returncode == 0, result.stderr
            best = min(best or elapsed, elapsed)
        times[count] = best
    print(f"overhead of a step, durable: {(times[101] - times[1]) * 10:.2f} ms (goal 5)")


def planning(program, folder):
    place = os.path.join(folder, "planning")
    os.makedirs(place)
    steps = ["  - {id: s0, run: modules, needs: []}\n"] + [
        f"  - {{id: s{i}, run: modules, needs: [s{i // 2}]}}\n" for i in range(1, 1000)
    ]
    write_job(os.path.join(place, "job.yaml"), "graph", steps)
    store = os.path.join(place, "tower.db")
    result = tower(program, ["batch", "run", "job.yaml", "--quiet", "--store", store], place)
    assert result.returncode == 0, result.stderr
    small = os.path.join(place, "small.yaml")
    write_job(small, "small", steps[:1])
    tower(program, ["batch", "run", "small.yaml", "--quiet", "--store", store], place)
    best = {}
    for name in ("job.yaml", "small.yaml"):
        for _ in range(5):
            start = time.perf_counter()
            result = tower(program, ["batch", "plan", name, "--format", "csv", "--store", store], place)
            elapsed = time.perf_counter() - start
            assert result.returncode == 0, result.stderr
            best[name] = min(best.get(name, elapsed), elapsed)
    print(
        f"plan of 1,000 steps, all unchanged: {best['job.yaml'] * 1000:.0f} ms with the start of the "
        f"program, {(best['job.yaml'] - best['small.yaml']) * 1000:.0f} ms without (goal 100)"
    )


def kills(program, folder, project, count, seed=1):
    generator = random.Random(seed)
    job = ["batch", "run", "config/jobs/daily-brief.yaml", "--quiet"]
    whole = workplace(folder, project, "whole")
    start = time.perf_counter()
    result = tower(program, [*job, "--store", "var/t.db"], whole)
    length = time.perf_counter() - start
    assert result.returncode in (0, 1), result.stderr
    reference = (dump(os.path.join(whole, "var/t.db")), reports(whole))
    differing = done = resumed = 0
    number = 0
    environment = dict(os.environ, TOWER_CLOCK=CLOCK)
    while done < count:
        place = workplace(folder, project, f"kill-{number}")
        number += 1
        words = [*job, "--store", "var/t.db"]
        for _ in range(20):
            process = subprocess.Popen(
                [program, *words], cwd=place, env=environment,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                process.wait(timeout=generator.uniform(0.005, length * 0.8))
                break
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                done += 1
                words = ["batch", "resume", "--quiet", "--store", "var/t.db"]
                log = tower(program, ["batch", "log", "--format", "json", "--store", "var/t.db"], place)
                # Killed before the journal held the run: there is nothing to go on with.
                if log.returncode != 0 or not json.loads(log.stdout)["tables"][0]["rows"]:
                    words = [*job, "--store", "var/t.db"]
                else:
                    resumed += 1
        else:
            tower(program, words, place)
        end = tower(program, ["batch", "log", "--format", "json", "--store", "var/t.db"], place)
        runs = json.loads(end.stdout)["tables"][0]["rows"]
        state = (dump(os.path.join(place, "var/t.db")), reports(place))
        if state != reference or runs[-1]["status"] != "done":
            differing += 1
            tables = [t for t in reference[0] if state[0].get(t) != reference[0][t]]
            print(f"  differs: {place}: {tables or 'reports or status ' + runs[-1]['status']}")
        else:
            subprocess.run(["rm", "-rf", place], check=True)
    print(
        f"kill -9 in the daily job: {done} times in {number} runs, {resumed} times resumed; "
        f"{differing} ended otherwise than without (goal 0)"
    )


def writers(program, folder, processes, commits):
    place = os.path.join(folder, "writers")
    os.makedirs(place)
    print("writers at once:")
    benchmark = os.path.join(os.path.dirname(program), "tower-benchmark")
    for kind in ("lane", "busy"):
        started = time.perf_counter()
        group = [
            subprocess.Popen(
                [benchmark, "lane", kind, os.path.join(place, kind + ".db"), str(commits)],
                stdout=subprocess.PIPE, text=True)
            for _ in range(processes)
        ]
        outputs = [process.communicate()[0].split() for process in group]
        elapsed = time.perf_counter() - started
        failed = sum(int(output[1]) for output in outputs)
        worst = max(float(output[3]) for output in outputs)
        total = sum(int(output[5]) for output in outputs)
        print(
            f"  {kind}: {processes} processes, {total / elapsed:.0f} durable commits a second, "
            f"worst wait {worst * 1000:.0f} ms, {failed} busy errors"
        )


if __name__ == "__main__":
    program, folder, project = sys.argv[1:4]
    numbers = [int(word) for word in sys.argv[4:]]
    overhead(program, folder)
    planning(program, folder)
    count, processes, commits = numbers + [500, 8, 500][len(numbers):]
    writers(program, folder, processes, commits)
    kills(program, folder, project, count)

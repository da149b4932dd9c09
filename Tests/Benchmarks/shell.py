"""Times the program as a person and a script meet it, beside the shells of SQLite and DuckDB.

Usage: shell.py BENCHMARK TOWER FOLDER ROWS REPEATS. Each side is a process of its own; the memory printed is the
largest resident size of that process.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
import time

PRICES = "SELECT series, month, price, source_id FROM commodity_price"
DUCKDB = "import duckdb, sys; print(duckdb.sql(sys.argv[1]).fetchall())"


def run(words, output=os.devnull):
    """Runs a process: its seconds from start to end and its memory in MB."""
    with open(output, "wb") as file:
        began = time.perf_counter()
        process = subprocess.Popen(words, stdout=file)
        _, status, usage = os.wait4(process.pid, 0)
        spent = time.perf_counter() - began
    if status != 0:
        sys.exit(f"{words} ended with status {status}")
    return spent, usage.ru_maxrss / 1024


def paired(sides, repeats):
    """The best run of each side, taken in turn."""
    runs = [[run(*side) for side in sides] for _ in range(repeats)]
    return [(min(r[place][0] for r in runs), max(r[place][1] for r in runs)) for place in range(len(sides))]


def row(work, ours, theirs, goal, unit, digits):
    print(f"| {work} | {ours:.{digits}f} {unit} | {theirs:.{digits}f} {unit} | {ours / theirs:.2f} | {goal} |")


def fill(store, rows):
    """Puts invented prices into the store, as texts and numbers that vary."""
    connection = sqlite3.connect(store)
    connection.executemany(
        "INSERT INTO commodity_price VALUES (?, ?, ?, ?)",
        ((f"series-{n // 1000}", f"{1000 + n % 1000}-01", n * 0.618033988749895 if n % 2 else n / 100, f"source/{n % 7}")
         for n in range(rows)))
    connection.commit()
    connection.close()


def main():
    benchmark, tower, folder = sys.argv[1:4]
    rows, repeats = int(sys.argv[4]), int(sys.argv[5])
    empty, store, tenth, flows, configuration, ours, theirs, csv, codes = (
        os.path.join(folder, name)
        for name in ("empty.db", "prices.db", "tenth.db", "flows.db", "tower.yaml", "ours", "theirs", "hs92.csv", "codes"))
    with open(configuration, "w") as file:
        file.write("agency: {id: bench, name: {en: Benchmark, ko: 성능}, country: KOR}\n")
    tower = [tower, "--config", configuration, "--quiet", "--store"]
    run(tower + [empty, "store", "init"])
    for path, count in ((store, 1_000_000), (tenth, 100_000)):
        shutil.copyfile(empty, path)
        fill(path, count)
    print(f"load {os.getloadavg()[0]:.1f}")
    print("| work | ours | peer | ratio | goal |\n|---|---|---|---|---|")

    start = tower + [empty, "query", "select 1"]
    begun, sqlite = paired([[start], [["sqlite3", empty, "select 1"]]], 20)
    row("start of query 'select 1'; sqlite3", 1000 * begun[0], 1000 * sqlite[0], "20 ms", "ms", 1)
    begun, duckdb = paired([[start], [[sys.executable, "-c", DUCKDB, "select 1"]]], 10)
    row("the same; DuckDB in Python", 1000 * begun[0], 1000 * duckdb[0], "20 ms", "ms", 1)

    def asked(path):
        return tower + [path, "query", PRICES, "--format", "csv"]

    ours_run, theirs_run = paired(
        [[asked(store), ours], [["sqlite3", "-readonly", "-csv", "-header", store, PRICES], theirs]], repeats)
    for path in (ours, theirs):
        with open(path, "rb") as file:
            if sum(1 for _ in file) != 1_000_001:
                sys.exit(f"{path} has not a million rows")
    row("a million rows to CSV; sqlite3", ours_run[0], theirs_run[0], "1", "s", 2)
    row("memory of it; sqlite3", ours_run[1], theirs_run[1], "", "MB", 0)
    row("memory of it; ours for a tenth of the rows", ours_run[1], run(asked(tenth))[1], "constant", "MB", 0)

    run([benchmark, "generate", csv, "2023", str(rows), "7"])
    run([benchmark, "countries", codes])
    shutil.copyfile(empty, flows)
    run(tower + [flows, "import", "baci-countries", codes])
    run(tower + [flows, "import", "baci", csv])
    command = tower + [flows, "supply", "dependence", "--importer", "all", "--year", "2023", "--format", "csv"]
    function = tower + [flows, "query", "SELECT count(*), sum(c1) FROM dependence('all', 2023)"]
    command_run, function_run = paired([[command, ours], [function]], max(1, repeats - 2))
    row("dependence of all importers to CSV; counted in SQL", command_run[0], function_run[0], "", "s", 2)
    row("memory of it; counted in SQL", command_run[1], function_run[1], "", "MB", 0)
    for words in ("reverse-dependence --country", "unit-values --importer", "partner-shares --importer",
                  "concentration --importer"):
        name, option = words.split()
        of = tower + [flows, "supply", name, option, "all", "--year", "2023", "--format", "csv"]
        spent, memory = run(of, ours)
        print(f"| {name} of all to CSV, {os.path.getsize(ours) / 1e6:.0f} MB | {spent:.1f} s, {memory:.0f} MB | | | |")


main()

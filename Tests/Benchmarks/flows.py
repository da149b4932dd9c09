"""Times the flow columns against DuckDB on one generated year, in pairs, and prints both.

Usage: flows.py BENCHMARK TOWER FOLDER ROWS REPEATS YEARS. Both sides have two threads; each runs in a process of
its own, and the memory printed is the largest resident size of that process.
"""

import os
import shutil
import subprocess
import sys
import time

TYPES = "{'t': 'SMALLINT', 'i': 'SMALLINT', 'j': 'SMALLINT', 'k': 'INTEGER', 'v': 'DOUBLE', 'q': 'DOUBLE'}"
IMPORT = f"CREATE TABLE flow AS SELECT * FROM read_csv(CSV, header = true, columns = {TYPES})"
HHI = """SELECT count(*), sum(hhi) FROM (
  SELECT j, k, sum(v * v) / (sum(v) * sum(v)) AS hhi FROM flow GROUP BY j, k)"""
CONCENTRATION = """SELECT count(*), sum(n), sum(hhi), sum(top), sum(partner) FROM (
  SELECT j, k, count(*) AS n, sum(v * v) / (sum(v) * sum(v)) AS hhi, max(v) / sum(v) AS top,
    arg_max(i, v) AS partner FROM flow GROUP BY j, k)"""
WORLD = """SELECT sum(hhi) FROM (SELECT k, sum(e * e) / (sum(e) * sum(e)) AS hhi FROM (
  SELECT k, i, sum(v) AS e FROM flow GROUP BY k, i) GROUP BY k)"""
IMPORTER = "SELECT count(*), sum(v) FROM flow WHERE j = {importer}"
PRODUCT = "SELECT count(*), sum(v) FROM flow WHERE k = {product}"


def duckdb_side(words):
    """Runs in a process of its own: one statement or more on a database."""
    import duckdb

    database, repeats, statements = words[0], int(words[1]), words[2:]
    start = time.perf_counter()
    connection = duckdb.connect(database)
    connection.execute("SET threads = 2")
    for number, statement in enumerate(statements):
        best = None
        for _ in range(repeats):
            began = time.perf_counter()
            answer = connection.execute(statement).fetchall()
            spent = time.perf_counter() - began
            best = spent if best is None else min(best, spent)
        print(f"statement{number}", best)
        print(f"answer{number}", *answer[0])
    connection.close()
    print("inside", time.perf_counter() - start)


def run(words, has_figures=True):
    """Runs a process: its seconds from start to end, its memory in MB, the figures that it printed."""
    began = time.perf_counter()
    process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    spent = time.perf_counter() - began
    if status != 0:
        sys.exit(f"{words[:3]} ended with status {status}")
    figures = {}
    for line in output.splitlines() if has_figures else []:
        name, *values = line.split()
        figures[name] = [float(value) for value in values]
    return spent, usage.ru_maxrss / 1024, figures


def paired(ours, theirs, repeats):
    """The best run of each of two processes, taken in turn."""
    runs = [(run(ours), run(theirs)) for _ in range(repeats)]
    return min((a for a, _ in runs), key=lambda r: r[0]), min((b for _, b in runs), key=lambda r: r[0])


def same(ours, theirs):
    """Stops when both sides did not find the same."""
    for a, b in zip(ours, theirs, strict=True):
        if abs(a - b) > 1e-9 * max(abs(a), abs(b)):
            sys.exit(f"the two sides disagree: {ours} and {theirs}")


def row(work, ours, theirs, goal, unit="s", digits=3):
    print(f"| {work} | {ours:.{digits}f} {unit} | {theirs:.{digits}f} {unit} | {ours / theirs:.2f} | {goal} |")


def main():
    benchmark, tower, folder, rows, repeats, year_count = sys.argv[1:4] + [int(word) for word in sys.argv[4:7]]
    csv, codes, empty, store, database = (
        os.path.join(folder, name) for name in ("hs92.csv", "codes.csv", "empty.db", "tower.db", "year.duckdb"))
    configuration = os.path.join(folder, "tower.yaml")
    peer = [sys.executable, os.path.abspath(__file__), "--duckdb", database]
    with open(configuration, "w") as file:
        file.write("agency: {id: bench, name: {en: Benchmark, ko: 성능}, country: KOR}\n")
    tower = [tower, "--config", configuration, "--quiet", "--store"]
    count = int(run([benchmark, "generate", csv, "2023", str(rows), "7"])[2]["rows"][0])
    run([benchmark, "countries", codes])
    run(tower + [empty, "import", "baci-countries", codes], has_figures=False)
    print(f"{count} rows, {os.path.getsize(csv) / 1e6:.0f} MB of CSV; load {os.getloadavg()[0]:.1f}")
    print("| work | ours | DuckDB, 2 threads | ratio | goal |\n|---|---|---|---|---|")

    def import_ours():
        shutil.copyfile(empty, store)
        return run(tower + [store, "import", "baci", csv], has_figures=False)

    def import_theirs():
        if os.path.exists(database):
            os.remove(database)
        return run(peer + ["1", IMPORT.replace("CSV", f"'{csv}'")])

    imports = [(import_ours(), import_theirs()) for _ in range(repeats)]
    ours = min((a for a, _ in imports), key=lambda r: r[0])
    theirs = min((b for _, b in imports), key=lambda r: r[0])
    row("import of the CSV into the store, hashed, validated, durable", ours[0], theirs[0], "0.8")
    row("memory of the import", ours[1], theirs[1], "", "MB", 0)
    row("size of the file", os.path.getsize(store) / 1e6, os.path.getsize(database) / 1e6, "1, and 110 MB", "MB", 1)
    parsing = min((run([benchmark, "parse", csv, "1"]) for _ in range(repeats)), key=lambda r: r[2]["seconds"])
    print(f"| parsing alone, one thread | {parsing[2]['megabytes_per_second'][0]:.0f} MB/s | | | 850 MB/s |")

    ours, theirs = paired([benchmark, "concentration", store], peer + ["1", CONCENTRATION], repeats)
    figures = [ours[2][name][0] for name in ("groups", "suppliers", "index", "top_share")]
    # The largest of equal suppliers is the lowest here and any in DuckDB: partners are not compared.
    same(figures, theirs[2]["answer0"][:4])
    row("concentration for all, imports and world; DuckDB imports; process and start", ours[0], theirs[0], "0.5")
    row("the same without the start of Python and DuckDB", ours[2]["inside"][0], theirs[2]["inside"][0], "0.5")
    row("memory of the process", ours[1], theirs[1], "", "MB", 0)
    hhi = min((run(peer + ["1", HHI]) for _ in range(repeats)), key=lambda r: r[0])
    row("the same; DuckDB the HHI alone", ours[0], hhi[0], "0.5")

    session = run([benchmark, "session", store, str(repeats)])
    importer, product = (int(session[2][name][0]) for name in ("asked_importer", "asked_product"))
    statements = [CONCENTRATION, HHI, WORLD, IMPORTER.format(importer=importer), PRODUCT.format(product=product)]
    warm = run(peer + [str(repeats)] + statements)
    same(session[2]["world_index"], warm[2]["answer2"])
    same(session[2]["importer_year_answer"], warm[2]["answer3"])
    same(session[2]["product_year_answer"], warm[2]["answer4"])
    for work, name, number, goal in (
        ("concentration for all, again in one process", "concentration", 0, "0.25"),
        ("the same; DuckDB the HHI alone", "concentration", 1, "0.25"),
        ("one importer's year in SQL", "importer_year", 3, "20 ms"),
        ("one product's year in SQL", "product_year", 4, ""),
    ):
        row(work, 1000 * session[2][name][0], 1000 * warm[2][f"statement{number}"][0], goal, "ms", 2)
    print(f"| point lookup in SQL | {1000 * session[2]['lookup'][0]:.3f} ms | | | 1 ms |")
    if year_count > 1:
        many_years(benchmark, tower, csv, store, rows, year_count)


def many_years(benchmark, tower, csv, store, rows, year_count):
    """Adds years to the store and measures all of them at once."""
    total, imported = 0, 0.0
    for year in range(2023 - year_count, 2023):
        total += int(run([benchmark, "generate", csv, str(year), str(rows), str(year)])[2]["rows"][0])
        imported += run(tower + [store, "import", "baci", csv], has_figures=False)[0]
    years = run([benchmark, "concentration", store])
    print(f"| {year_count} years more, {total / 1e6:.0f} M rows: import | {imported:.1f} s | | | |")
    print(f"| concentration for all of them | {years[0]:.2f} s, {years[1]:.0f} MB | | | 60 s, 1024 MB |")


if sys.argv[1] == "--duckdb":
    duckdb_side(sys.argv[2:])
else:
    main()

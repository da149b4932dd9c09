"""Times paths between a material and a technology against SQLite and networkx, and prints all three.

Usage: links.py BENCHMARK TOWER FOLDER LINKS PATHS. The store is the same for all: SQLite asks its tables
by a recursive query that goes from one end as far as the path is long, networkx holds the links in
memory and searches from both ends, which takes it the time to load them first.
"""

import sqlite3
import statistics
import subprocess
import sys
import time

LINKS = """
SELECT 'material:' || material AS a, 'product:' || product AS b FROM material_product
UNION ALL SELECT 'technology:' || technology, 'product:' || product FROM technology_make
UNION ALL SELECT 'technology:' || technology, 'product:' || product FROM technology_use
  WHERE product IS NOT NULL
UNION ALL SELECT 'technology:' || technology, 'material:' || material FROM technology_use
  WHERE material IS NOT NULL
UNION ALL SELECT 'country:' || country, 'material:' || material FROM resources_production"""

STEPS = [
    ("m", "p", "material_product", "material", "product"),
    ("t", "p", "technology_make", "technology", "product"),
    ("t", "p", "technology_use", "technology", "product"),
    ("t", "m", "technology_use", "technology", "material"),
    ("c", "m", "resources_production", "country", "material"),
]


def recursive():
    """One recursive query with a branch for each table and direction."""
    branches = []
    for one, other, table, source, target in STEPS + [
        (other, one, table, target, source) for one, other, table, source, target in STEPS
    ]:
        branches.append(
            f"SELECT '{other}', s.{target}, walk.depth + 1 FROM walk JOIN {table} s"
            f" ON s.{source} = walk.id WHERE walk.kind = '{one}' AND walk.depth < ?3"
            f" AND s.{target} IS NOT NULL"
        )
    steps = " UNION ".join(branches)
    return (
        f"WITH RECURSIVE walk(kind, id, depth) AS (VALUES ('m', ?1, 0) UNION {steps})"
        " SELECT min(depth) FROM walk WHERE kind = 't' AND id = ?2"
    )


def show(name, times):
    print(
        f"  {name}: median {statistics.median(times) * 1e3:.2f} ms, longest {max(times) * 1e3:.2f} ms"
    )
    return statistics.median(times)


def main():
    benchmark, tower, folder, links, paths = sys.argv[1:]
    store = folder + "/links.db"
    began = time.perf_counter()
    made = subprocess.run(
        [benchmark, "links-store", store, links, "11"], check=True, stdout=subprocess.PIPE, text=True
    )
    print(f"store made in {time.perf_counter() - began:.1f} s: {made.stdout.strip()}")

    found = subprocess.run(
        [benchmark, "links-paths", store, links, paths], check=True, stdout=subprocess.PIPE, text=True
    ).stdout.split("\n")
    rows = [line.split() for line in found if line.startswith("path")]
    lengths = [int(row[2]) for row in rows]
    print(f"{len(rows)} paths, lengths {sorted(set(lengths))}")
    own = show("tower, in a session", [float(row[3]) for row in rows])

    whole = []
    for number in range(len(rows)):
        began = time.perf_counter()
        subprocess.run(
            [tower, "path", f"material:m{number}", f"technology:t{number}", "--store", store],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        whole.append(time.perf_counter() - began)
    show("tower, a process each", whole)

    connection = sqlite3.connect(store)
    query = recursive()
    times = []
    for number, length in enumerate(lengths[:5]):
        began = time.perf_counter()
        (answer,) = connection.execute(query, (f"m{number}", f"t{number}", length)).fetchone()
        times.append(time.perf_counter() - began)
        if answer != length:
            sys.exit(f"SQLite finds a path of {answer} links where the tower finds {length}")
    sqlite = show(f"SQLite {sqlite3.sqlite_version}, recursive query (first {len(times)})", times)

    import networkx

    began = time.perf_counter()
    graph = networkx.Graph()
    graph.add_edges_from(connection.execute(LINKS))
    print(f"  networkx {networkx.__version__} loads the links in {time.perf_counter() - began:.1f} s")
    times = []
    for number, length in enumerate(lengths):
        ends = f"material:m{number}", f"technology:t{number}"
        began = time.perf_counter()
        answer = len(networkx.bidirectional_shortest_path(graph, *ends)) - 1
        times.append(time.perf_counter() - began)
        if answer != length:
            sys.exit(f"networkx finds a path of {answer} links where the tower finds {length}")
    peer = show("networkx, one path, loaded before", times)
    print(f"ratio to SQLite {sqlite / own:.1f}, to networkx loaded before {peer / own:.2f}")


main()

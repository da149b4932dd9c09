"""Prints every figure of screening with that of the peers in the same run, and their ratio.

Usage: table.py BENCHMARK TOWER FOLDER SHARED PEOPLE EDGES SAMPLE QUERIES
"""
import pathlib
import re
import subprocess
import sys

import runs
from cases import Cases

benchmark, program, folder, shared = (pathlib.Path(word).resolve() for word in sys.argv[1:5])
people, edges, sample, queries = map(int, sys.argv[5:9])
cases = Cases(shared, folder)
tower = runs.Tower(program, folder)


def peer(name):
    """A module of a peer, or None when its package is not there."""
    try:
        module = __import__(name)
        print(f"peer: {name} {module.version()}")
        return module
    except ImportError as error:
        print(f"not run: {name}: {error}")
        return None


def row(figure, ours, *others, unit="", lower_is_better=False):
    """One figure of ours, then (peer, figure) of each peer."""
    def text(value):
        return "-" if value is None else f"{value:,.0f}" if value >= 1000 else f"{value:.3g}"

    parts = []
    for name, theirs in others:
        part = f"{name} {text(theirs)}"
        if ours and theirs:
            part += f" ({(theirs / ours if lower_is_better else ours / theirs):.2f}x)"
        parts.append(part)
    print(f"{figure:<52} {text(ours) + unit:>10}   {', '.join(parts)}", flush=True)


def read(text, pattern):
    """The number that a pattern finds in the figures of the matcher."""
    found = re.search(pattern + r":? ([\d.]+)", text)
    return float(found.group(1)) if found else None


print(f"Samples: {sample} rows for the peers, {queries} queries, {people} people, {edges} edges.")
rapid, logic = peer("rapid"), peer("logic")
quick = rapid and rapid.Rapid(cases, 5 * sample)
second = logic and logic.Logic(cases, sample)
first = logic and logic.first_version(cases, sample)
figures = subprocess.run([benchmark, "screening", str(folder)], check=True, capture_output=True, text=True).stdout
print("\nquality (peers: on samples, logic without a search before it, each at its own default of 0.70)")

others = []
if logic:
    (second_f1, strong), (first_f1, _) = second.pairs(), first.pairs()
    others += [("logic-v2", second_f1), ("logic-v1", first_f1)]
if rapid:
    others += [("token_sort at its best cut", quick.token_sort()), ("WRatio at its best cut", quick.weighted())]
row("F1 on name pairs", read(figures, "F1 of pairs"), *others)
found = re.search(r"F1 of pairs.*STRONG (\d+) of (\d+)", figures)
row("STRONG pairs right, share", int(found[1]) / int(found[2]), *([("logic-v2", strong)] if logic else []))
row("F1 on entity pairs", read(figures, "F1 of entities"),
    *([("logic-v2", second.entities()), ("logic-v1", first.entities())] if logic else []))

cut = rapid and quick.cut()
perturbed = [(name, result) for name, result in (
    ("token_sort", rapid and quick.recall("perturbed", cut)),
    ("logic-v2", logic and second.recall("perturbed"))) if result]
row("recall on perturbed names, 1 % false alerts", read(figures, "recall of perturbed names"),
    *((name, result[None]) for name, result in perturbed))
for kind, value in re.findall(r"^  ([a-z_]+): ([\d.]+)", figures, re.MULTILINE):
    row(f"  {kind}", float(value), *((name, result.get(kind)) for name, result in perturbed))
row("recall on held-out aliases", read(figures, "recall of held-out aliases"),
    *((name, result[None]) for name, result in (
        ("token_sort", rapid and quick.recall("heldout", cut)),
        ("logic-v2", logic and second.recall("heldout"))) if result))
row("alerts on near misses", read(figures, "alerts on near misses"),
    *([("token_sort", quick.near(cut))] if rapid else []), lower_is_better=True)
scripts = logic and second.recall("cross", "euun", latin_only=True)
for script, value in re.findall(r"^  ([A-Z]+): ([\d.]+)", figures, re.MULTILINE):
    row(f"cross-script hits: {script.lower()}", float(value),
        *([("logic-v2", scripts.get(script))] if scripts else []))
row("UN names with treatments", read(figures, "recall of treated UN names"),
    *([("logic-v2", second.recall("untreated", "un")[None])] if logic else []))
row("Treasury emulation within 5 points", read(figures, "Treasury emulation within 5 points"),
    *([("nomenklatura's ofac", logic.treasury(cases))] if logic else []))

print("\nspeed and memory")
for count in (queries, 10 * queries):
    # What a token meets is remembered, so that many queries are quicker than few.
    speed = dict(line.split() for line in subprocess.run(
        [benchmark, "screening-speed", str(folder), str(count), "100000"], check=True,
        capture_output=True, text=True).stdout.splitlines())
    row(f"{count:,} queries a second, score, reasons, one core", float(speed["queries"]),
        *([("cdist token_sort_ratio, kernel only", quick.queries_a_second(queries))] if rapid else []))
row(f"candidates lost in {int(speed['checked']):,} checks", float(speed["lost"]))

published = runs.list_file(shared, folder)
seconds, memory = min(
    (tower.run("import", "ofac-sdn", published, "--store", folder / f"import-{turn}.db") for turn in range(3)))
row("import of sdn.xml", seconds, ("Python's XML parser alone", runs.parse_seconds(published)), unit=" s",
    lower_is_better=True)
row("  memory", memory, unit=" MiB")
store = ("--store", folder / "import-0.db")
first_answer, _ = tower.run("trade", "screen", "Kim Jong Un", *store)
row("  to searchable: import and a first answer", seconds + first_answer, unit=" s")

answers = folder / "answers.ndjson"
seconds, memory = tower.run(
    "trade", "screen", "--input", runs.people_file(cases, folder, people), "--format", "ndjson", *store,
    output=answers)
lines = sum(1 for _ in open(answers, "rb"))
if lines != people:
    sys.exit(f"{lines} answers for {people} people")
row(f"{people:,} people against OFAC SDN, all cores", seconds,
    *([("cdist, kernel only, two workers", quick.bulk_seconds(people, min(people, 1000)))] if rapid else []),
    unit=" s", lower_is_better=True)
row("  memory", memory, unit=" MiB")

print("re-screening a portfolio after a new list: not run: no portfolio is imported here")

right, total = runs.ownership_right(tower, shared)
row("ownership cases right, share", right / total)
graph = runs.graph_file(folder, edges)
for rule in runs.RULES:
    seconds, memory = tower.run(
        "trade", "ownership", "--graph", graph, "--rule", rule, "--format", "json", "--as-of", "2025-10-15")
    row(f"ownership, {edges:,} edges, {rule}", seconds, unit=" s")
row("  memory", memory, unit=" MiB")
print("peers of ownership: none known")

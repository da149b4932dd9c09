"""Times the re-screening of a portfolio after a real change of a list against a whole screening."""
import csv
import gzip
import itertools
import json
import os
import pathlib
import random
import resource
import shutil
import subprocess
import sys

tower, folder, shared = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
parties = int(sys.argv[4])
store = folder / "tower.db"
lists, cases = shared / "data/lists", shared / "cases/screening"
environment = dict(os.environ, TOWER_CLOCK="2026-11-24T00:00:00Z")


def run(*words, at=store):
    """Runs a command; its answer as JSON lines and its processor time in seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([tower, *words, "--store", at, "--format", "ndjson", "--quiet"],
                          capture_output=True, text=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        sys.exit(f"{words}: {done.stderr}")
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return [json.loads(line) for line in done.stdout.splitlines()], spent


def people():
    """The people who are on no list, and new people with their given and family names in turn."""
    rows = []
    for name in ("us", "global"):
        with gzip.open(cases / f"not_listed_{name}.csv.gz", "rt", encoding="utf-8") as file:
            rows += list(csv.DictReader(file))
    yield from rows
    draw = random.Random(1)
    while True:
        given, family = draw.choice(rows), draw.choice(rows)
        yield dict(given, full_name=f"{given['first_name']} {family['last_name']}")


portfolio = folder / "people.csv"
with open(portfolio, "w", encoding="utf-8", newline="") as file:
    out = csv.writer(file)
    out.writerow(["id", "name"])
    for number, row in enumerate(itertools.islice(people(), parties)):
        out.writerow([number, row["full_name"]])

run("import", "ofac-sdn", str(lists / "ofac_sdn_2021-07.csv.gz"))
run("trade", "portfolio", "import", str(portfolio), "--portfolio", "people", "--purpose", "benchmark",
    "--marking", "TLP:CLEAR")
screen = ("trade", "portfolio", "screen", "--portfolio", "people")
rescreen = ("trade", "portfolio", "rescreen", "--portfolio", "people")
run(*screen)
run("import", "ofac-sdn", str(lists / "ofac_sdn_2024-05-07.xml.gz"))
other = folder / "other.db"
shutil.copy(store, other)
if pathlib.Path(f"{store}-wal").exists():
    shutil.copy(f"{store}-wal", f"{other}-wal")
_, whole = run(*screen, at=other)
alerts, changed = run(*rescreen)
_, nothing = run(*rescreen)
hits = ("query", "SELECT party, entity, score, listed_name FROM trade_portfolio_hits() ORDER BY 1, 2")
same = run(*hits, at=other)[0] == run(*hits)[0]
print(f"{parties} parties, OFAC SDN of 2021-07 to 2024-05-07, processor seconds")
print(f"  whole screening              {whole:8.2f}")
print(f"  re-screening of what changed {changed:8.2f}  {whole / changed:6.1f} times cheaper, "
      f"{len(alerts)} alerts, hits {'equal' if same else 'DIFFERENT'}")
print(f"  re-screening without change  {nothing:8.2f}  {whole / nothing:6.1f} times cheaper")
sys.exit(0 if same else 1)

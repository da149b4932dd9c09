"""Times the re-screening of a portfolio after a real change of a list against a whole screening."""
import csv
import gzip
import itertools
import json
import os
import pathlib
import random
import re
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

# The list of the day before: without sixty entries, as a day may bring.
with gzip.open(lists / "ofac_sdn_2024-05-07.xml.gz", "rt", encoding="utf-8") as file:
    text = file.read()
entries = re.findall(r"<sdnEntry>.*?</sdnEntry>\s*", text, re.S)
for entry in entries[100::len(entries) // 60][:60]:
    text = text.replace(entry, "", 1)
text = text.replace("05/07/2024", "05/06/2024", 1)
text = re.sub(r"<Record_Count>\d+<", f"<Record_Count>{len(entries) - 60}<", text, count=1)
(folder / "sdn.xml").write_text(text, encoding="utf-8")

run("import", "ofac-sdn", str(lists / "ofac_sdn_2021-07.csv.gz"))
run("trade", "portfolio", "import", str(portfolio), "--portfolio", "people", "--purpose", "benchmark",
    "--marking", "TLP:CLEAR")
screen = ("trade", "portfolio", "screen", "--portfolio", "people")
rescreen = ("trade", "portfolio", "rescreen", "--portfolio", "people")
run(*screen)
run("import", "ofac-sdn", str(folder / "sdn.xml"))
alerts, years = run(*rescreen)
run("import", "ofac-sdn", str(lists / "ofac_sdn_2024-05-07.xml.gz"))
_, day = run(*rescreen)
_, nothing = run(*rescreen)
other = folder / "other.db"
shutil.copy(store, other)
if pathlib.Path(f"{store}-wal").exists():
    shutil.copy(f"{store}-wal", f"{other}-wal")
_, whole = run(*screen, at=other)
hits = ("query", "SELECT party, entity, score, listed_name FROM trade_portfolio_hits() ORDER BY 1, 2")
same = run(*hits, at=other)[0] == run(*hits)[0]
print(f"{parties} parties against OFAC SDN of 2024-05-07, processor seconds")
print(f"  whole screening                  {whole:7.2f}")
for what, spent in (("after three years of changes", years), ("after sixty new entries", day),
                    ("after no change", nothing)):
    print(f"  re-screening {what:<28}{spent:7.2f} {whole / spent:6.1f} times cheaper")
print(f"  {len(alerts)} alerts of three years, hits {'equal' if same else 'DIFFERENT'}")
sys.exit(0 if same else 1)

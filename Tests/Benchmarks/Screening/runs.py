"""Runs of the program itself: import, bulk screening and ownership, with time and memory."""
import csv
import gzip
import json
import os
import pathlib
import random
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree


MEASURE = pathlib.Path(__file__).with_name("measure.py")


class Tower:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        (folder / "tower.yaml").write_text(
            "agency: {id: bench, name: {en: Bench, ko: Bench}, country: KOR}\nstore: bench.db\n")

    def run(self, *words, output=os.devnull):
        """Seconds and MiB of one run; raises when it fails."""
        answer = subprocess.run(
            [sys.executable, MEASURE, output, self.program, *map(str, words), "--config", "tower.yaml",
             "--quiet"], cwd=self.folder, check=True, capture_output=True, text=True).stdout
        seconds, memory, status, error = answer.split(" ", 3)
        # 1 is a run that is done, with findings at the level asked for.
        if int(status) not in (0, 1):
            raise RuntimeError(f"{words[:2]}: {error.strip()}")
        return float(seconds), float(memory)

    def answer(self, *words):
        """What a run prints."""
        return subprocess.run([self.program, *map(str, words), "--config", "tower.yaml", "--quiet"],
                              cwd=self.folder, check=True, capture_output=True, text=True).stdout


def list_file(shared, folder):
    """The list as it is published, not compressed."""
    path = folder / "ofac_sdn_2024-05-07.xml"
    with gzip.open(shared / "data/lists" / f"{path.name}.gz") as packed:
        path.write_bytes(packed.read())
    return path


def parse_seconds(path):
    """Python's parser alone, keeping nothing."""
    start = time.monotonic()
    for _, element in ElementTree.iterparse(path):
        element.clear()
    return time.monotonic() - start


def people_file(cases, folder, count):
    """People who are on no list; more of them by other pairs of their given names and surnames."""
    names = [row[0] for list in ("us", "global") for row in cases.rows(list)]
    draws = random.Random(7)
    given, surnames = [n.split()[:-1] for n in names], [n.split()[-1:] for n in names]
    while len(names) < count:
        names.append(" ".join(draws.choice(given) + draws.choice(surnames)))
    path = folder / "people.csv"
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["name"]] + [[name] for name in names[:count]])
    return path


def graph_file(folder, edges, seed=5):
    """Companies with owners drawn at random, cross-holdings among them, none owned by more than 100 %."""
    draws, parties = random.Random(seed), max(2, edges // 2)
    left, links = {}, []
    for _ in range(edges):
        owner, owned = draws.randrange(parties), draws.randrange(parties)
        rest = left.get(owned, 10_000)
        share = min(rest, draws.randrange(4_900, 5_200) if draws.random() < 0.3 else draws.randrange(10_001))
        left[owned] = rest - share
        links.append([f"company {owner}", f"company {owned}", f"{share / 100:g}"])
    listed = [f"company {draws.randrange(parties)}" for _ in range(max(1, parties // 500))]
    path = folder / "graph.json"
    path.write_text(json.dumps({"listed": listed, "edges": links}))
    return path


RULES = {"ofac": "ofac_ge50_aggregate", "bis": "ofac_ge50_aggregate", "eu": "gt50_aggregate",
         "uk": "gt50_single_person", "lookthrough": "lookthrough_ge50"}


def ownership_right(tower, shared):
    """How many of the labelled graphs are answered right under each rule."""
    right = total = 0
    with gzip.open(shared / "cases/screening/ownership_cases.jsonl.gz", "rt") as file:
        cases = [json.loads(line) for line in file]
    graph = tower.folder / "case.json"
    for case in cases:
        graph.write_text(json.dumps({"listed": case["listed"], "edges": case["edges"]}))
        for rule, key in RULES.items():
            if case[key] is None:
                continue
            answer = tower.answer("trade", "ownership", "--graph", graph, "--rule", rule, "--format", "json",
                                  "--as-of", "2025-10-15")
            right += sorted(json.loads(answer)["blocked"]) == sorted(case[key])
            total += 1
    return right, total

"""The labelled cases that screening.py prepared, and what is the same for every peer."""
import collections
import functools
import json
import pathlib
import re


class Cases:
    def __init__(self, shared, folder):
        self.shared, self.folder = pathlib.Path(shared), pathlib.Path(folder)

    @functools.cache
    def rows(self, name):
        lines = (self.folder / f"{name}.tsv").read_text("utf-8").split("\n")
        return [line.split("\t") for line in lines if line]

    def sample(self, name, count):
        """So many rows, spread over all of them."""
        rows = self.rows(name)
        return rows[::max(1, len(rows) // count)][:count]

    @functools.cache
    def entries(self, name, latin_only=False):
        """The names of each entry of a list, with its kind of party."""
        entries = collections.defaultdict(list)
        for entry, kind, _, text, is_latin in self.rows(name):
            if not latin_only or is_latin == "1":
                entries[entry].append((text, kind))
        return entries

    @functools.cache
    def entity_pairs(self):
        path = self.shared / "cases/screening/entity_pairs.jsonl"
        return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def words(text):
    return sorted(re.findall(r"\w+", text.lower()))


def f1(pairs, cut):
    """Of (score, is the same) pairs."""
    right = sum(same and score >= cut for score, same in pairs)
    wrong = sum(same != (score >= cut) for score, same in pairs)
    return 2 * right / max(1, 2 * right + wrong)


def best_f1(pairs):
    """The best F1 at any cut: kinder to a peer than its own default."""
    return max(f1(pairs, cut / 100) for cut in range(30, 100))


def share(hits):
    hits = list(hits)
    return sum(hits) / max(1, len(hits))

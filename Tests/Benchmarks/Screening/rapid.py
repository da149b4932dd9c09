"""rapidfuzz on the labelled cases: token_sort_ratio over the whole list, and WRatio on pairs."""
import time

import numpy
from rapidfuzz import fuzz, process, utils

from cases import best_f1, share, words


def version():
    import rapidfuzz
    return rapidfuzz.__version__


class Rapid:
    def __init__(self, cases, sample):
        self.cases, self.size = cases, sample
        rows = cases.rows("sdn")
        self.entries = [row[0] for row in rows]
        self.texts = [row[3] for row in rows]
        self.listed = [utils.default_process(text) for text in self.texts]

    def matrix(self, texts, workers=1):
        plain = [utils.default_process(text) for text in texts]
        return process.cdist(
            plain, self.listed, scorer=fuzz.token_sort_ratio, workers=workers, dtype=numpy.float32)

    def best(self, texts):
        """The best score of each text over the whole list."""
        return [score for start in range(0, len(texts), 500)
                for score in self.matrix(texts[start:start + 500]).max(axis=1)]

    def queries_a_second(self, count):
        texts = [row[0] for name in ("perturbed", "us") for row in self.cases.sample(name, count // 2)]
        start = time.thread_time()
        self.matrix(texts)
        return len(texts) / (time.thread_time() - start)

    def bulk_seconds(self, count, sample):
        """Two workers, measured on a sample and multiplied."""
        texts = [row[0] for row in self.cases.sample("us", sample)]
        start = time.monotonic()
        self.matrix(texts, workers=2)
        return (time.monotonic() - start) * count / len(texts)

    def cut(self):
        """The score that one in a hundred people who are on no list exceeds."""
        return float(numpy.quantile(self.best([r[0] for r in self.cases.sample("us", self.size)]), 0.99))

    def near(self, cut):
        return share(score > cut for score in self.best([r[0] for r in self.cases.sample("near", self.size)]))

    def recall(self, name, cut):
        """By kind of perturbation, and over all as None."""
        rows = self.cases.sample(name, self.size)
        entries = self.cases.entries("sdn")
        hits = {None: []}
        for row in rows:
            without = words(row[0]) if name == "heldout" else None
            plain = utils.default_process(row[0])
            best = max((fuzz.token_sort_ratio(plain, utils.default_process(text))
                        for text, _ in entries[row[1]] if words(text) != without), default=0)
            hits[None].append(best > cut)
            if name == "perturbed":
                hits.setdefault(row[2], []).append(best > cut)
        return {key: share(values) for key, values in hits.items()}

    def pairs(self, scorer):
        return best_f1([(scorer(row[0], row[1], processor=utils.default_process) / 100,
                         row[3].lower() == "true") for row in self.cases.rows("pairs")])

    def token_sort(self):
        return self.pairs(fuzz.token_sort_ratio)

    def weighted(self):
        return self.pairs(fuzz.WRatio)

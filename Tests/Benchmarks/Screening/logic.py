"""nomenklatura's matchers on the labelled cases, pair by pair, at their own default of 0.70."""
from followthemoney import model
from nomenklatura.matching import LogicV1, LogicV2, OFACMatcher

from cases import f1, share, words

SCHEMAS = {"person": "Person", "organisation": "Organization", "vessel": "Vessel", "aircraft": "Airplane"}
CUT = 0.70


def version():
    from importlib.metadata import version as of
    return of("nomenklatura")


def entity(schema, name, fields=()):
    made = model.make_entity(schema)
    made.id = name or "unnamed"
    for key, values in dict(fields, **({"name": name} if name else {})).items():
        for value in values if isinstance(values, list) else [values]:
            made.add(key, value, quiet=True)
    return made


class Logic:
    def __init__(self, cases, sample, algorithm=LogicV2):
        self.cases, self.size, self.algorithm = cases, sample, algorithm
        self.config = algorithm.default_config()

    def score(self, first, second):
        return self.algorithm.compare(first, second, self.config).score

    def of_names(self, first, second, kind):
        schemas = [SCHEMAS[kind]] if kind in SCHEMAS else ["Person", "Organization"]
        return max(self.score(entity(s, first), entity(s, second)) for s in schemas)

    def pairs(self):
        """F1, and how many of the STRONG pairs are right."""
        scored = [(self.of_names(row[0], row[1], row[2]), row[3].lower() == "true", row[4])
                  for row in self.cases.rows("pairs")]
        strong = [same == (score >= CUT) for score, same, quality in scored if quality == "STRONG"]
        return f1([pair[:2] for pair in scored], CUT), share(strong)

    def entities(self):
        def side(row, name):
            fields = dict(row[name])
            return entity(row["schema"], fields.pop("name", ""), fields)
        return f1([(self.score(side(row, "query"), side(row, "candidate")), bool(row["expected"]))
                   for row in self.cases.entity_pairs()], CUT)

    def recall(self, name, listed="sdn", latin_only=False):
        """Of the listed party of each query, by its best name; no search comes before."""
        entries = self.cases.entries(listed, latin_only)
        hits = {None: []}
        for row in self.cases.sample(name, self.size):
            without = words(row[0]) if name == "heldout" else None
            best = max((self.of_names(row[0], text, kind)
                        for text, kind in entries[row[1]] if words(text) != without), default=0)
            hits[None].append(best >= CUT)
            if len(row) > 2:
                hits.setdefault(row[2], []).append(best >= CUT)
        return {key: share(values) for key, values in hits.items()}


def first_version(cases, sample):
    return Logic(cases, sample, LogicV1)


def treasury(cases):
    """The share of cases in which the emulation of the Treasury's score is within 5 points."""
    matcher = Logic(cases, 0, OFACMatcher)
    near = []
    for query, listed, expected in cases.rows("parity"):
        score, expected = round(100 * matcher.of_names(query, listed, "")), int(expected)
        near.append(score < 55 if expected < 0 else abs(score - expected) <= 5)
    return share(near)

"""Prepares the labelled cases of screening for tower-benchmark: one file with tabs for each kind."""
import csv
import gzip
import io
import json
import pathlib
import re
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree

shared, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
lists, cases = shared / "data/lists", shared / "cases/screening"
KINDS = {"Individual": "person", "Entity": "organisation", "Vessel": "vessel", "Aircraft": "aircraft"}


def opened(path):
    return gzip.open(path, "rb") if path.suffix == ".gz" else open(path, "rb")


def plain(text):
    return re.sub(r"\s+", " ", str(text or "")).strip()


def write(name, rows):
    with open(folder / f"{name}.tsv", "w", encoding="utf-8") as file:
        for row in rows:
            file.write("\t".join(plain(field) for field in row) + "\n")


def read(name):
    path = next(cases.glob(name + "*"))
    with opened(path) as file:
        return list(csv.DictReader(io.TextIOWrapper(file, encoding="utf-8")))


def tag(element):
    return element.tag.split("}")[-1]


def is_latin(text):
    names = (unicodedata.name(c, "") for c in text if c.isalpha())
    return all(n.startswith(("LATIN", "MODIFIER", "FEMININE", "MASCULINE", "FULLWIDTH")) for n in names)


def treasury(path):
    for _, entry in ElementTree.iterparse(opened(path)):
        if tag(entry) != "sdnEntry":
            continue
        parts = {tag(part): part for part in entry}
        kind, uid = KINDS[parts["sdnType"].text], parts["uid"].text

        def name(element):
            texts = {tag(part): part.text for part in element}
            first = texts.get("firstName")
            return texts["lastName"] + (", " + first if first else "")

        yield uid, kind, "primary", name(entry), 1
        for alias in parts.get("akaList", []):
            weak = any(tag(part) == "category" and part.text == "weak" for part in alias)
            yield uid, kind, "weak_alias" if weak else "alias", name(alias), 1
        entry.clear()


def union(path):
    for _, entry in ElementTree.iterparse(opened(path)):
        if tag(entry) != "sanctionEntity":
            continue
        kind = "organisation"
        for part in entry:
            if tag(part) == "subjectType" and part.get("code") == "person":
                kind = "person"
        for part in entry:
            if tag(part) == "nameAlias":
                text = part.get("wholeName")
                yield entry.get("euReferenceNumber"), kind, "alias", text, int(is_latin(text))
        entry.clear()


def nations(path):
    tree = ElementTree.parse(opened(path))
    for element, kind in (("INDIVIDUAL", "person"), ("ENTITY", "organisation")):
        for entry in tree.iter(element):
            names = [" ".join(entry.findtext(p, "") or "" for p in (
                "FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"))]
            for alias in list(entry.iter("INDIVIDUAL_ALIAS")) + list(entry.iter("ENTITY_ALIAS")):
                names.append(alias.findtext("ALIAS_NAME"))
            names.append(entry.findtext("NAME_ORIGINAL_SCRIPT"))
            for text in names:
                for name in (text or "").split(";"):
                    if plain(name):
                        yield entry.findtext("REFERENCE_NUMBER"), kind, "alias", name, int(is_latin(name))


def party(schema):
    return {"Person": "person", "Company": "organisation", "Organization": "organisation",
            "Vessel": "vessel"}.get(schema, "")


def record(fields):
    order = ("firstName", "middleName", "fatherName", "lastName")
    return fields.get("name") or " ".join(fields[part] for part in order if part in fields)


write("sdn", treasury(lists / "ofac_sdn_2024-05-07.xml.gz"))
write("euun", list(union(lists / "eu_fsf_full_2024-05-13.xml.gz"))
      + list(nations(lists / "un_consolidated_2024-05-15.xml.gz")))
write("un", list(nations(lists / "un_consolidated_2024-05-15.xml.gz"))
      + list(nations(lists / "un_consolidated_2026-02-27.xml.gz")))
write("us", ([row["full_name"]] for row in read("not_listed_us")))
write("global", ([row["full_name"]] for row in read("not_listed_global")))
write("near", ([row["query"], row["negative_class"]] for row in read("near_miss")))
write("perturbed", ([r["query"], r["expected_entity_id"], r["perturbation"], r["source_name"]]
                    for r in read("perturbed")))
write("heldout", ([row["query_alias"], row["entity_id"]] for row in read("heldout")))
write("cross", ([row["query_native"], row["entity_id"], row["script"]] for row in read("cross_script")))
write("untreated", ([r["query_treated"], r["expected_un_reference"]] for r in read("un_treated")))
write("parity", ([row["query"], row["list_name"], row["ofac_score"]] for row in read("ofac_search")))
write("pairs", ([r["name_a"], r["name_b"], party(r["schema"]), r["expected"], r["quality"]]
                for r in read("name_pairs")))
with open(cases / "entity_pairs.jsonl", encoding="utf-8") as file:
    rows = [json.loads(line) for line in file]
PARTS = ("firstName", "lastName")
write("entities", ([record(r["query"]), record(r["candidate"]), party(r["schema"]), r["expected"], r["id"]]
                   + [side.get(part, "") for side in (r["query"], r["candidate"]) for part in PARTS]
                   for r in rows))

"""Times GeoPolRisk against the published package geopolrisk-py 2.0.1 in one run, and compares values.

Usage: criticality.py TOWER FOLDER DATA REPEATS. Ten importers, every material that the package has a
product code for, and four years. The whole process of the tower is timed, with the intervals and
without; of the package the calculation alone, after its data are loaded, which is timed apart. Both
sides stand on the same data: the package ships what the folder DATA holds.
"""

import csv
import os
import subprocess
import sys
import time

IMPORTERS = {
    "AUS": "Australia", "CAN": "Canada", "CHN": "China", "DEU": "Germany", "FRA": "France",
    "GBR": "United Kingdom", "ITA": "Italy", "JPN": "Japan", "KOR": "Rep. of Korea", "USA": "USA"}
YEARS = (2020, 2021, 2022, 2023)


def peer(materials):
    """Runs in a process of its own: writes what the package computes as CSV, times first."""
    start = time.perf_counter()
    from geopolrisk.assessment.main import gprs_calc

    loaded = time.perf_counter()
    result = gprs_calc(list(YEARS), list(IMPORTERS.values()), materials)
    done = time.perf_counter()
    print("TIMES", loaded - start, done - loaded, file=sys.stderr)
    result.to_csv(sys.stdout, index=False)


def run(words, **options):
    began = time.perf_counter()
    output = subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True, **options).stdout
    return time.perf_counter() - began, output


def store(tower, folder, data):
    """Makes the store of the tower from the files of the data."""
    configuration = os.path.join(folder, "tower.yaml")
    with open(configuration, "w") as file:
        file.write("agency: {id: bench, name: {en: Benchmark}, country: KOR}\n"
                   "imports: {max_rejected: 100%}\n")
    common = ["--store", os.path.join(folder, "tower.db"), "--config", configuration, "--quiet"]
    wgi = ["--dimension", "political_stability"]
    for words in (
        ["baci-countries", "flows/baci_country_codes.csv"],
        ["materials", "production/wmd_hs_code_map.csv", "--edition", "hs92"],
        ["wgi", "governance/wgi_political_stability_Estimate.csv", "--measure", "estimate", *wgi],
        ["wgi", "governance/wgi_political_stability_StdErr.csv", "--measure", "standard-error", *wgi],
        ["world-mining", "production/world_mining_data_2018_2024_long.csv"],
        ["baci", "flows/baci_hs92_raw_materials_1995_2024.csv.gz"],
    ):
        run([tower, "import", words[0], os.path.join(data, words[1]), *words[2:], *common])
    return common


def slug(name):
    word = "".join(c if c.isascii() and c.isalnum() else " " for c in name.split("(")[0].lower())
    return "-".join(word.split())


def main(tower, folder, data, repeats):
    with open(os.path.join(data, "production/wmd_hs_code_map.csv")) as file:
        named = {row["Reference ID"]: slug(row["Sheet_name"])
                 for row in csv.DictReader(file) if row["HS Code"].isdigit()}
    common = store(tower, folder, data)
    question = [tower, "resources", "geopolrisk", "--year", f"{YEARS[0]}..{YEARS[-1]}"]
    question += [word for code in IMPORTERS for word in ("--importer", code)]
    question += ["--format", "csv", *common]
    plain = min(run([*question, "--draws", "0"])[0] for _ in range(repeats))
    drawn = min(run(question)[0] for _ in range(repeats))
    _, answer = run(question)
    rows = {(r["importer"], r["material"], r["year"]): r for r in csv.DictReader(answer.splitlines())}

    home = {**os.environ, "HOME": folder}
    words = [sys.executable, __file__, "peer", *named]
    process = subprocess.run(words, env=home, capture_output=True, text=True, check=True)
    times = next(l for l in process.stderr.splitlines() if "TIMES" in l).split("TIMES")[1].split()
    loading, calculating = map(float, times)
    codes = {name: code for code, name in IMPORTERS.items()}
    worst, compared, undefined = 0.0, 0, 0
    header = process.stdout[process.stdout.index("DBID,"):]
    for row in csv.DictReader(header.splitlines()):
        found = rows[codes[row["Country [Economic Entity]"]], named[row["Raw Material"]], row["Year"]]
        compared += 1
        if not found["score"]:
            undefined += 1
            assert float(row["GeoPolRisk Score"]) == 0, row
            continue
        worst = max(worst, abs(float(found["score"]) - float(row["GeoPolRisk Score"])))
    print(f"values compared          {compared}, {undefined} of them not defined (the package: 0)")
    print(f"largest difference       {worst:.1e}")
    print(f"geopolrisk-py loading    {loading:8.2f} s")
    print(f"geopolrisk-py            {calculating:8.2f} s")
    print(f"tower without intervals  {plain:8.2f} s  {calculating / plain:6.0f} times faster")
    print(f"tower with intervals     {drawn:8.2f} s  {calculating / drawn:6.0f} times faster")


if __name__ == "__main__":
    if sys.argv[1] == "peer":
        peer(sys.argv[2:])
    else:
        main(*sys.argv[1:4], int(sys.argv[4]))

"""A million rows through a declared table function, beside generate_series of the sqlite3 shell."""

import re
import subprocess
import sys

program, folder, rows, repeats = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])


def tower():
    out = subprocess.run(
        [program, "functions", f"{folder}/empty.db", str(rows), "3"],
        check=True, capture_output=True, text=True).stdout
    values = dict(line.split() for line in out.splitlines())
    return float(values["seconds"]), int(values["sum"])


def shell():
    question = f"SELECT sum(value) FROM generate_series(1, {rows});\n"
    out = subprocess.run(
        ["sqlite3", ":memory:"], input=".timer on\n" + question * 3,
        check=True, capture_output=True, text=True).stdout
    times = [float(time) for time in re.findall(r"real ([0-9.]+)", out)]
    return min(times), int(out.split()[0])


# In turns, so that both meet the same machine.
pairs = [(tower(), shell()) for _ in range(repeats)]
assert {ours[1] for ours, _ in pairs} == {theirs[1] for _, theirs in pairs}
ours = min(first[0] for first, _ in pairs)
theirs = min(second[0] for _, second in pairs)
print(f"{rows} rows of one column, best of {repeats} in turns")
print(f"  table function   {ours * 1e9 / rows:7.1f} ns a row")
print(f"  generate_series  {theirs * 1e9 / rows:7.1f} ns a row")
print(f"  ratio            {ours / theirs:7.2f} (to reach: at most 1.3)")

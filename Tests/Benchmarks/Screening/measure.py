"""Runs a program from a small process, so that its memory is its own: measure.py OUTPUT PROGRAM WORDS...

Prints its seconds, its greatest memory in MiB and its status, and on a failure what it said.
"""
import os
import subprocess
import sys
import time

with open(sys.argv[1], "wb") as output:
    start = time.monotonic()
    process = subprocess.Popen(sys.argv[2:], stdout=output, stderr=subprocess.PIPE)
    error = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    print(time.monotonic() - start, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status), error)

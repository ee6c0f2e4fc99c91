"""Runs the jobs of a peer: alone, printing medians, or with --serve as the other half of PythonPeers.java, in turns with the JVM."""
import statistics
import sys
import time


def run(title, jobs, repeats=5):
    """jobs: a dict from names to functions without arguments; what a function returns is thrown away."""
    if sys.argv[1:] == ["--serve"]:
        serve(jobs)
    else:
        print(title)
        for name, work in jobs.items():
            work()
            print(f"{name:60s} {statistics.median(milliseconds(work) for _ in range(repeats)):10.1f} ms", flush=True)


def serve(jobs):
    print(len(jobs), *jobs, sep="\n", flush=True)
    work = list(jobs.values())
    for line in sys.stdin:
        print(milliseconds(work[int(line)]), flush=True)


def milliseconds(work):
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)

"""Least squares on 1,000,000 rows and 10 columns with an intercept, by statsmodels and numpy: the peers of
`mvn -q test-compile exec:exec@benchmark-regression`. Debian: apt-get install python3-statsmodels; /usr/bin/python3 src/bench/regression.py"""
import statistics
import time

import numpy as np
import statsmodels
import statsmodels.api as sm

ROWS, COLUMNS, REPEATS = 1_000_000, 10, 5
random = np.random.default_rng(20260101)
x = random.standard_normal((ROWS, COLUMNS)) + 0.5 * np.arange(COLUMNS)
y = 1 + x @ (0.1 * np.arange(1, COLUMNS + 1)) + random.standard_normal(ROWS)
design = sm.add_constant(x)


def median(name, work):
    work()
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - start))
    print(f"{name:55s} {statistics.median(times):8.1f} ms")


print("statsmodels", statsmodels.__version__, "numpy", np.__version__)
median("statsmodels OLS, fit and summary", lambda: str(sm.OLS(y, design).fit().summary()))
median("numpy lstsq (coefficients only)", lambda: np.linalg.lstsq(design, y, rcond=None))

"""Least squares on 1,000,000 rows and 10 columns with an intercept, by statsmodels and numpy. In turns with ours and in the same run:
`mvn -q test-compile exec:exec@benchmark -Dbenchmark=Regression -Dpython=/usr/bin/python3`; alone: /usr/bin/python3 src/bench/regression.py
Debian: apt-get install python3-statsmodels"""
import numpy as np
import statsmodels
import statsmodels.api as sm

import peers

ROWS, COLUMNS = 1_000_000, 10
random = np.random.default_rng(20260101)
x = random.standard_normal((ROWS, COLUMNS)) + 0.5 * np.arange(COLUMNS)
y = 1 + x @ (0.1 * np.arange(1, COLUMNS + 1)) + random.standard_normal(ROWS)
design = sm.add_constant(x)

peers.run(f"{ROWS:,} rows, {COLUMNS} columns", {
    f"statsmodels {statsmodels.__version__} OLS, fit and summary": lambda: str(sm.OLS(y, design).fit().summary()),
    f"numpy {np.__version__} lstsq (coefficients only)": lambda: np.linalg.lstsq(design, y, rcond=None),
})

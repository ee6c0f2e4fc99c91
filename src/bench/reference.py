"""Writes the reference values of the regression tests:
python3 src/bench/reference.py src/test/resources/infogap/regression/reference
Reads the data that reference.R wrote. Made with statsmodels 0.13.5 and numpy 1.24.2 (Debian 12's packages)."""
import csv
import pathlib
import sys

import numpy as np
import statsmodels.api as sm
from statsmodels.stats.outliers_influence import variance_inflation_factor
from statsmodels.stats.stattools import durbin_watson, jarque_bera as jarque_bera_test

folder = pathlib.Path(sys.argv[1])
lines = ["set,quantity,name,value"]
for name in ["mtcars", "cars", "stackloss", "trees"]:
    rows = list(csv.reader(open(folder / f"{name}.csv")))
    values = np.array([[float(cell) for cell in row] for row in rows[1:]])
    y, x = values[:, 0], values[:, 1:]
    names = rows[0][1:]
    if name != "trees":
        x, names = np.column_stack([np.ones(len(y)), x]), ["(Intercept)"] + names
    fit = sm.OLS(y, x).fit()

    def add(quantity, numbers, labels=None):
        numbers = np.atleast_1d(numbers)
        for k, number in enumerate(numbers):
            lines.append(f"{name},{quantity},{labels[k] if labels else ''},{float(number)!r}")

    add("estimate", fit.params, names)
    add("standardError", fit.bse, names)
    for kind in ["HC0", "HC1", "HC2", "HC3"]:
        add(kind, getattr(fit, f"{kind}_se"), names)
    add("aic", fit.aic)
    add("bic", fit.bic)
    add("logLikelihood", fit.llf)
    add("conditionNumber", fit.condition_number)
    groups = np.arange(len(y)) % 5
    add("cluster", fit.get_robustcov_results("cluster", groups=groups).bse, names)
    jarque_bera, p, skewness, kurtosis = jarque_bera_test(fit.resid)
    add("shape", [durbin_watson(fit.resid), skewness, kurtosis, jarque_bera, p])
    if name != "trees":
        add("vif", [variance_inflation_factor(x, k) for k in range(1, x.shape[1])], names[1:])
    influence = fit.get_influence()
    add("leverage", influence.hat_matrix_diag)
    add("cook", influence.cooks_distance[0])
(folder / "statsmodels.csv").write_text("\n".join(lines) + "\n")

"""Writes high-precision solutions for the tests of generalized linear models:
python3 src/bench/glm.py src/test/resources/infogap/regression/glm
Newton's method in 50 decimal digits on the designs that glm.R wrote. Made with mpmath 1.2.1."""
import csv
import pathlib
import sys

from mpmath import exp, log, lu_solve, matrix, mp, mpf, nstr, sqrt

mp.dps = 50
folder = pathlib.Path(sys.argv[1])
lines = ["set,quantity,name,value"]


def read(name):
    rows = list(csv.DictReader(open(folder / f"{name}.csv")))
    columns = [c for c in rows[0] if c not in ("y", "failures", "frequency", "offset")]
    x = [[mpf(1)] + [mpf(row[c]) for c in columns] for row in rows]
    y = [mpf(row["y"]) for row in rows]
    m = [mpf(1) if row["failures"] == "NA" else mpf(row["y"]) + mpf(row["failures"]) for row in rows]
    f = [mpf(row["frequency"]) for row in rows]
    return ["(Intercept)"] + columns, x, y, m, f, [mpf(row["offset"]) for row in rows]


def add(name, quantity, labels, values):
    for label, value in zip(labels, values):
        lines.append(f'{name},{quantity},"{label}",{nstr(value, 25)}')


def parts(b, x, y, m, f, o, poisson, firth):
    p = len(b)
    score, information = [mpf(0)] * p, matrix(p, p)
    means = []
    for xi, yi, mi, fi, oi in zip(x, y, m, f, o):
        eta = oi + sum(a * c for a, c in zip(xi, b))
        mu = exp(eta) if poisson else 1 / (1 + exp(-eta))
        w = fi * (mu if poisson else mi * mu * (1 - mu))
        means.append((mu, w))
        for j in range(p):
            score[j] += fi * (yi - mi * mu) * xi[j]
            for k in range(p):
                information[j, k] += w * xi[j] * xi[k]
    if firth:
        inverse = information ** -1
        for xi, (mu, w) in zip(x, means):
            h = w * sum(xi[j] * inverse[j, k] * xi[k] for j in range(p) for k in range(p))
            for j in range(p):
                score[j] += h * (mpf(1) / 2 if poisson else mpf(1) / 2 - mu) * xi[j]
    return score, information


def solve(name, poisson, firth=False):
    names, x, y, m, f, o = read(name)
    b = [mpf(0)] * len(names)
    mean = sum(a * c for a, c in zip(f, y)) / sum(a * c for a, c in zip(f, m))
    b[0] = log(mean) if poisson else log(mean / (1 - mean))
    for _ in range(3000):
        score, information = parts(b, x, y, m, f, o, poisson, firth)
        step = lu_solve(information, matrix(score))
        b = [a + c for a, c in zip(b, step)]
        if max(abs(c) for c in step) < mpf(10) ** -35:
            break
    else:
        raise SystemExit(f"{name} did not converge")
    information = parts(b, x, y, m, f, o, poisson, False)[1]
    inverse = information ** -1
    add(name, "firth" if firth else "estimate", names, b)
    add(name, "firthError" if firth else "standardError", names, [sqrt(inverse[k, k]) for k in range(len(b))])


for name in ["mtcars", "infert", "esoph", "admissions"]:
    solve(name, False)
for name in ["warpbreaks", "InsectSprays", "discoveries", "insurance"]:
    solve(name, True)
solve("mtcars", False, firth=True)
solve("separated", False, firth=True)
solve("warpbreaks", True, firth=True)


def multinomial(name):
    rows = list(csv.DictReader(open(folder / f"{name}.csv")))
    columns = [c for c in rows[0] if c != "class"]
    classes = sorted({row["class"] for row in rows})
    x = [[mpf(1)] + [mpf(row[c]) for c in columns] for row in rows]
    chosen = [classes.index(row["class"]) for row in rows]
    p, k = len(columns) + 1, len(classes) - 1
    b = [mpf(0)] * (p * k)
    for _ in range(60):
        score, information = [mpf(0)] * (p * k), matrix(p * k, p * k)
        for xi, ci in zip(x, chosen):
            e = [mpf(1)] + [exp(sum(xi[j] * b[c * p + j] for j in range(p))) for c in range(k)]
            q = [v / sum(e) for v in e]
            for c in range(k):
                for j in range(p):
                    score[c * p + j] += ((1 if ci == c + 1 else 0) - q[c + 1]) * xi[j]
                    for d in range(k):
                        for l in range(p):
                            information[c * p + j, d * p + l] += q[c + 1] * ((1 if c == d else 0) - q[d + 1]) * xi[j] * xi[l]
        step = lu_solve(information, matrix(score))
        b = [a + c for a, c in zip(b, step)]
        if max(abs(c) for c in step) < mpf(10) ** -35:
            break
    inverse = information ** -1
    labels = [f"{c}:{n}" for c in classes[1:] for n in ["(Intercept)"] + columns]
    add(name, "estimate", labels, b)
    add(name, "standardError", labels, [sqrt(inverse[j, j]) for j in range(p * k)])


multinomial("plants")
multinomial("tensions")
(folder / "mpmath.csv").write_text("\n".join(lines) + "\n")

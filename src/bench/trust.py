"""Times scipy on an ensemble of TrustBenchmark, as one system of 100,000 logistic equations: python3 src/bench/trust.py
Run it next to `mvn -q test-compile exec:exec@benchmark -Dbenchmark=Trust`: only times of one machine at one time can be compared.
Transparency is constant, which suits scipy: every kink of a capped ramp, at another time for each member, shortens the steps of all.
Debian: apt-get install python3-scipy; /usr/bin/python3 src/bench/trust.py"""
import time

import numpy as np
import scipy
from scipy.integrate import odeint, solve_ivp

SETS = 100_000
HORIZON = 100.0
TOLERANCE = 1e-10

random = np.random.default_rng(1)
initial_trust = random.uniform(0.05, 0.95, SETS)
sensitivity = random.uniform(0.1, 2, SETS)
threshold = random.uniform(0.1, 0.9, SETS)
transparency = random.uniform(0, 1, SETS)


def rate(t, trust):
    return sensitivity * (transparency - threshold) * trust * (1 - trust)


def closed_form():
    return 1 / (1 + (1 - initial_trust) / initial_trust * np.exp(-sensitivity * (transparency - threshold) * HORIZON))


def report(name, solve):
    start = time.perf_counter()
    trust = solve()
    seconds = time.perf_counter() - start
    print(f"{name:<35} {1000 * seconds:10.1f} ms, largest error {np.max(np.abs(trust - closed_form())):.1e}", flush=True)


print(f"scipy {scipy.__version__}, {SETS:,} logistic trajectories until t = {HORIZON:.0f}, tolerance {TOLERANCE}")
for _ in range(3):
    # Without a band lsoda would allocate a full Jacobian of 100,000 x 100,000.
    report("odeint", lambda: odeint(rate, initial_trust, [0, HORIZON], tfirst=True, rtol=TOLERANCE, atol=TOLERANCE, ml=0, mu=0, mxstep=100_000)[-1])
    report("solve_ivp DOP853", lambda: solve_ivp(rate, (0, HORIZON), initial_trust, method="DOP853", t_eval=[HORIZON], rtol=TOLERANCE, atol=TOLERANCE).y[:, -1])
report("closed form in numpy", closed_form)

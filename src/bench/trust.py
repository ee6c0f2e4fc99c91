"""Times scipy on an ensemble of TrustBenchmark, as one system of 100,000 logistic equations. In turns with ours and in the same run:
`mvn -q test-compile exec:exec@benchmark -Dbenchmark=Trust -Dpython=/usr/bin/python3`; alone, with the errors: /usr/bin/python3 src/bench/trust.py
Transparency is constant, which suits scipy: every kink of a capped ramp, at another time for each member, shortens the steps of all.
Debian: apt-get install python3-scipy"""
import sys

import numpy as np
import scipy
from scipy.integrate import odeint, solve_ivp

import peers

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


def by_odeint():
    # Without a band lsoda would allocate a full Jacobian of 100,000 x 100,000.
    return odeint(rate, initial_trust, [0, HORIZON], tfirst=True, rtol=TOLERANCE, atol=TOLERANCE, ml=0, mu=0, mxstep=100_000)[-1]


def by_dop853():
    return solve_ivp(rate, (0, HORIZON), initial_trust, method="DOP853", t_eval=[HORIZON], rtol=TOLERANCE, atol=TOLERANCE).y[:, -1]


jobs = {
    f"scipy {scipy.__version__} odeint": by_odeint,
    f"scipy {scipy.__version__} solve_ivp DOP853": by_dop853,
    f"closed form in numpy {np.__version__}": closed_form,
}
peers.run(f"{SETS:,} logistic trajectories until t = {HORIZON:.0f}, tolerance {TOLERANCE}", jobs, repeats=3)
if not sys.argv[1:]:
    for name, solve in jobs.items():
        print(f"{name:60s} largest error {np.max(np.abs(solve() - closed_form())):.1e}")

"""Times scipy's linprog (HiGHS) and SLSQP on the problems of ContractsBenchmark. In turns with ours and in the same run:
`mvn -q test-compile exec:exec@benchmark -Dbenchmark=Contracts -Dpython=/usr/bin/python3`; alone, with the values: /usr/bin/python3 src/bench/contracts.py
Debian: apt-get install python3-scipy"""
import sys

import numpy as np
import scipy
from scipy.optimize import linprog, minimize
from scipy.sparse import coo_matrix

import peers

TYPES = 10_000
OUTCOMES = 50
ACTIONS = 20

# a menu of quantities up to 1 at a cost of 0.25 each, tastes evenly on [0, 1] with a share that rises and falls
tastes = (np.arange(TYPES) + 0.5) / TYPES
shares = 1 + 0.9 * np.sin(12 * tastes)
shares /= shares.sum()

# the weights of the outcomes under each action, as integers
weights = np.array([[1 + round(1000 * np.exp(-8 * (x / OUTCOMES - a / ACTIONS) ** 2)) for x in range(OUTCOMES)] for a in range(ACTIONS)])
probabilities = weights / weights.sum(axis=1, keepdims=True)
costs = np.array([a * a / 100 for a in range(ACTIONS)])


def menu():
    """Quantities and rents: u_i - u_{i-1} between what the two quantities allow."""
    n = TYPES
    step = np.diff(tastes)
    rows, columns, values = [], [], []
    for i in range(1, n):
        # u_{i-1} + step q_{i-1} - u_i <= 0 and u_i - u_{i-1} - step q_i <= 0
        rows += [2 * i - 2] * 3 + [2 * i - 1] * 3
        columns += [n + i - 1, i - 1, n + i, n + i, n + i - 1, i]
        values += [1, step[i - 1], -1, 1, -1, -step[i - 1]]
    matrix = coo_matrix((values, (rows, columns)), shape=(2 * n - 2, 2 * n))
    objective = np.concatenate([-shares * (tastes - 0.25), shares])
    return -linprog(objective, A_ub=matrix, b_ub=np.zeros(2 * n - 2), bounds=[(0, 1)] * n + [(0, None)] * n, method="highs").fun


def neutral_wages():
    """The cheapest wages of at least 0 for each action of an agent who is neutral to risk."""
    total = 0.0
    for a in range(ACTIONS):
        others = [b for b in range(ACTIONS) if b != a]
        rows = np.vstack([-probabilities[a], *(probabilities[b] - probabilities[a] for b in others)])
        right = np.concatenate([[-costs[a]], [costs[b] - costs[a] for b in others]])
        result = linprog(probabilities[a], A_ub=rows, b_ub=right, bounds=(0, None), method="highs")
        total += result.fun if result.status == 0 else 0
    return total


def averse_wages():
    """The cheapest wages for the action in the middle of an agent with the utility of a square root, in utilities v = 2 sqrt(w)."""
    a = ACTIONS // 2
    others = [b for b in range(ACTIONS) if b != a]
    rows = np.vstack([probabilities[a], *(probabilities[a] - probabilities[b] for b in others)])
    right = np.concatenate([[costs[a] + 4], [costs[a] - costs[b] for b in others]])
    return minimize(lambda v: probabilities[a] @ (v * v / 4), np.full(OUTCOMES, 4.0 + costs[a]), jac=lambda v: probabilities[a] * v / 2,
                    constraints={"type": "ineq", "fun": lambda v: rows @ v - right, "jac": lambda v: rows}, bounds=[(0, None)] * OUTCOMES,
                    method="SLSQP", options={"maxiter": 1000, "ftol": 1e-12}).fun


jobs = {
    f"scipy {scipy.__version__} linprog, menu": menu,
    f"scipy {scipy.__version__} linprog, wages of the neutral": neutral_wages,
    f"scipy {scipy.__version__} SLSQP, wages of the averse": averse_wages,
}
peers.run(f"a menu for {TYPES:,} types; {OUTCOMES} outcomes and {ACTIONS} actions", jobs, repeats=3)
if not sys.argv[1:]:
    for name, solve in jobs.items():
        print(f"{name:60s} value {solve():.12g}")

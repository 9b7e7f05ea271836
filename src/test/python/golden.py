"""Reference values for the tests of metrics and retrain, from scikit-learn and statsmodels.

    apt-get install python3-sklearn python3-statsmodels
    /usr/bin/python3 src/test/python/golden.py src/test/resources/golden

The inputs come from a small generator that Java repeats bit for bit (golden/Lcg in the tests), so that
only the results are stored.
"""
import json
import sys

import numpy as np
import scipy
import sklearn
import statsmodels
from sklearn.calibration import calibration_curve
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, brier_score_loss, log_loss, roc_auc_score
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint


class Lcg:
    """Numbers in [0, 1): x <- (6364136223846793005 x + 1442695040888963407) mod 2^64, its top 53 bits."""

    def __init__(self, seed):
        self.x = seed

    def next(self):
        self.x = (6364136223846793005 * self.x + 1442695040888963407) % 2**64
        return (self.x >> 11) / 2**53


def sample(seed, n, positive, step):
    """Truth, score (rounded to 1/step so that there are ties) and weight of n items."""
    r = Lcg(seed)
    truth, score, weight = [], [], []
    for _ in range(n):
        t = r.next() < positive
        s = 0.6 * r.next() + (0.4 * r.next() if t else 0.0)
        truth.append(int(t))
        score.append(np.floor(s * step) / step)
        weight.append(0.25 + r.next())
    return np.array(truth), np.array(score), np.array(weight)


def ece(truth, score, bins):
    rate, mean = calibration_curve(truth, score, n_bins=bins, strategy="uniform")
    which = np.searchsorted(np.linspace(0, 1, bins + 1)[1:-1], score)
    counts = np.bincount(which, minlength=bins)
    counts = counts[counts > 0]
    gap = np.abs(rate - mean)
    return float((gap * counts).sum() / counts.sum()), float(gap.max())


def metrics():
    cases = []
    for seed, n, positive, step in [(1, 200, 0.3, 16), (2, 57, 0.1, 1000000), (3, 500, 0.6, 10), (4, 40, 0.05, 7)]:
        truth, score, weight = sample(seed, n, positive, step)
        e, m = ece(truth, score, 10)
        cases.append({
            "seed": seed, "n": n, "positive": positive, "step": step,
            "average_precision": average_precision_score(truth, score),
            "average_precision_weighted": average_precision_score(truth, score, sample_weight=weight),
            "auc": roc_auc_score(truth, score),
            "auc_weighted": roc_auc_score(truth, score, sample_weight=weight),
            "log_loss": log_loss(truth, score, eps=1e-15),
            "log_loss_weighted": log_loss(truth, score, eps=1e-15, sample_weight=weight),
            "brier": brier_score_loss(truth, score),
            "brier_weighted": brier_score_loss(truth, score, sample_weight=weight),
            "ece": e, "mce": m,
        })
    wilson = []
    for k, n, level in [(0, 10, 0.95), (10, 10, 0.95), (1, 29, 0.95), (81, 263, 0.95), (15, 148, 0.9), (999, 100000, 0.99)]:
        low, high = proportion_confint(k, n, alpha=1 - level, method="wilson")
        wilson.append({"k": k, "n": n, "level": level, "low": low, "high": high})
    newcombe = []
    for a, n1, b, n2, level in [(56, 70, 48, 80, 0.95), (9, 10, 3, 10, 0.95), (10, 10, 0, 20, 0.95), (5, 56, 0, 29, 0.9)]:
        low, high = confint_proportions_2indep(a, n1, b, n2, compare="diff", method="newcomb", alpha=1 - level)
        newcombe.append({"k1": a, "n1": n1, "k2": b, "n2": n2, "level": level, "low": low, "high": high})
    return {"samples": cases, "wilson": wilson, "newcombe": newcombe}


def design(seed, n, d):
    """Features of unequal scale, the last one constant; two labels' soft targets; weights; which rows are judged."""
    r = Lcg(seed)
    x = np.empty((n, d))
    soft = np.empty(n)
    weight = np.empty(n)
    judged = np.empty(n, dtype=bool)
    for i in range(n):
        for j in range(d):
            # float32, as embeddings are
            x[i, j] = np.float32(5.0 if j == d - 1 else (j + 1) * (r.next() + r.next() - 1) + 3 * j)
        z = sum((1 if j % 2 == 0 else -0.7) * (x[i, j] - 3 * j) / (j + 1) for j in range(min(d - 1, 6)))
        p = 1 / (1 + np.exp(-2 * z))
        u = r.next()
        soft[i] = (1.0 if u < p else 0.0) if r.next() < 0.7 else np.floor(p * 8) / 8
        weight[i] = 0.5 if r.next() < 0.2 else 1.0
        judged[i] = r.next() < 0.9
    return x, soft, weight, judged


def logistic():
    cases = []
    for seed, n, d, lam in [(11, 120, 5, 1.0), (12, 60, 40, 10.0), (13, 300, 12, 0.1), (14, 80, 100, 50.0), (15, 50, 8, 200.0)]:
        x, soft, weight, judged = design(seed, n, d)
        sd = x.std(axis=0)
        z = (x - x.mean(axis=0)) / np.where(sd > 0, sd, 1)
        z, soft, weight = z[judged], soft[judged], weight[judged]
        # a soft target t is t of a positive row and 1-t of a negative one
        rows = np.vstack([z, z])
        truth = np.concatenate([np.ones(len(z)), np.zeros(len(z))])
        share = np.concatenate([soft, 1 - soft]) * np.concatenate([weight, weight])
        keep = share > 0
        fit = LogisticRegression(C=1 / lam, tol=1e-8, max_iter=100000, solver="newton-cg").fit(rows[keep], truth[keep], sample_weight=share[keep])
        cases.append({"seed": seed, "n": n, "d": d, "lambda": lam,
                      "weights": fit.coef_[0].tolist(), "bias": float(fit.intercept_[0])})
    return {"fits": cases}


if __name__ == "__main__":
    versions = {"numpy": np.__version__, "scipy": scipy.__version__, "sklearn": sklearn.__version__, "statsmodels": statsmodels.__version__}
    for name, values in [("metrics", metrics()), ("logistic", logistic())]:
        with open(f"{sys.argv[1]}/{name}.json", "w") as out:
            json.dump({"made_by": "src/test/python/golden.py", "versions": versions} | values, out, indent=1)
            out.write("\n")

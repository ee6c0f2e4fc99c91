# Least squares on 1,000,000 rows and 10 columns with an intercept, by R: a peer of
# `mvn -q test-compile exec:exec@benchmark -Dbenchmark=Regression`. Debian: apt-get install r-base-core r-cran-rcppeigen; Rscript src/bench/regression.R
set.seed(20260101)
rows <- 1e6
columns <- 10
x <- matrix(rnorm(rows * columns), rows) + rep(0.5 * (0:(columns - 1)), each = rows)
y <- as.vector(1 + x %*% (0.1 * (1:columns)) + rnorm(rows))
data <- data.frame(y, x)
median_of <- function(name, work, repeats = 3) {
  work()
  times <- replicate(repeats, system.time(work())[["elapsed"]])
  cat(sprintf("%-55s %8.1f ms\n", name, 1000 * median(times)))
}
cat(R.version.string, "\n")
median_of("lm and summary", function() summary(lm(y ~ ., data = data)))
design <- cbind(1, x)
median_of(".lm.fit (coefficients only)", function() .lm.fit(design, y))
if (requireNamespace("RcppEigen", quietly = TRUE)) {
  # method 0: QR with column pivoting, which keeps the digits; the faster ones form the cross products in doubles
  median_of("RcppEigen fastLmPure, QR, with standard errors", function() RcppEigen::fastLmPure(design, y, 0L))
}

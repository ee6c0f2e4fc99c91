# Writes the reference values of the regression tests: Rscript src/bench/reference.R src/test/resources/infogap/regression/reference
# Data: R's own data sets. Made with R 4.2.2 (Debian 12's r-base-core 4.2.2.20221110-2).
folder <- commandArgs(trailingOnly = TRUE)[1]
models <- list(mtcars = mpg ~ wt + hp + qsec, cars = dist ~ speed, stackloss = stack.loss ~ Air.Flow + Water.Temp + Acid.Conc.,
               trees = Volume ~ 0 + Girth + Height)
# The wild cluster bootstrap by its definition: every sample of the 2^8 sign vectors is refitted. Row i is in cluster i %% 8.
cr1 <- function(x, y, cluster, column) {
  fit <- lm.fit(x, y)
  bread <- solve(crossprod(x))
  scores <- rowsum(x * fit$residuals, cluster)
  g <- nrow(scores)
  v <- bread %*% crossprod(scores) %*% bread * g / (g - 1) * (nrow(x) - 1) / (nrow(x) - ncol(x))
  c(fit$coefficients[column], sqrt(v[column, column]))
}
wild <- function(x, y, cluster, column, null, restricted) {
  b <- cr1(x, y, cluster, column)
  t <- (b[1] - null) / b[2]
  offset <- if (restricted) null * x[, column] else 0
  fit <- lm.fit(if (restricted) x[, -column, drop = FALSE] else x, y - offset)
  signs <- as.matrix(expand.grid(rep(list(c(-1, 1)), 8)))
  stars <- apply(signs, 1, function(v) {
    star <- cr1(x, offset + fit$fitted.values + v[cluster + 1] * fit$residuals, cluster, column)
    (star[1] - if (restricted) null else b[1]) / star[2]
  })
  c(null, t, mean(abs(stars) >= abs(t) * (1 - 1e-9)), mean(abs(stars)))
}
p17 <- function(x) sprintf("%.17g", x)
out <- c("set,quantity,name,value")
for (set in names(models)) {
  data <- get(set, envir = as.environment("package:datasets"))
  fit <- lm(models[[set]], data = data)
  s <- summary(fit)
  frame <- model.frame(fit)
  write.csv(frame, file.path(folder, paste0(set, ".csv")), row.names = FALSE, quote = FALSE)
  add <- function(quantity, values, names = rep("", length(values)))
    out <<- c(out, paste(set, quantity, names, p17(values), sep = ","))
  n <- rownames(s$coefficients)
  add("estimate", s$coefficients[, 1], n); add("standardError", s$coefficients[, 2], n)
  add("t", s$coefficients[, 3], n); add("p", s$coefficients[, 4], n)
  ci <- confint(fit); add("lower", ci[, 1], n); add("upper", ci[, 2], n)
  add("rSquared", s$r.squared); add("adjustedRSquared", s$adj.r.squared)
  add("f", s$fstatistic[1]); add("fP", pf(s$fstatistic[1], s$fstatistic[2], s$fstatistic[3], lower.tail = FALSE))
  add("sigma", s$sigma); add("logLikelihood", as.numeric(logLik(fit))); add("aic", AIC(fit)); add("bic", BIC(fit))
  add("leverage", hatvalues(fit)); add("cook", cooks.distance(fit)); add("rstandard", rstandard(fit)); add("rstudent", rstudent(fit))
  add("residual", residuals(fit))
  x <- model.matrix(fit)
  cluster <- (seq_len(nrow(x)) - 1) %% 8
  for (column in which(colnames(x) != "(Intercept)")) for (restricted in c(TRUE, FALSE)) {
    null <- signif(coef(fit)[column] / 2, 2)
    add(if (restricted) "wildRestricted" else "wildUnrestricted",
        wild(x, model.response(frame), cluster, column, null, restricted), rep(colnames(x)[column], 4))
  }
  first <- frame[1, -1, drop = FALSE]
  for (kind in c("confidence", "prediction")) {
    pr <- predict(fit, first, interval = kind, level = 0.9)
    add(paste0(kind, "Fit"), pr[1]); add(paste0(kind, "Lower"), pr[2]); add(paste0(kind, "Upper"), pr[3])
  }
}
writeLines(out, file.path(folder, "r.csv"))

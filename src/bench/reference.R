# Writes the reference values of the regression tests: Rscript src/bench/reference.R src/test/resources/infogap/regression/reference
# Data: R's own data sets. Made with R 4.2.2 (Debian 12's r-base-core 4.2.2.20221110-2).
folder <- commandArgs(trailingOnly = TRUE)[1]
models <- list(mtcars = mpg ~ wt + hp + qsec, cars = dist ~ speed, stackloss = stack.loss ~ Air.Flow + Water.Temp + Acid.Conc.,
               trees = Volume ~ 0 + Girth + Height)
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
  first <- frame[1, -1, drop = FALSE]
  for (kind in c("confidence", "prediction")) {
    pr <- predict(fit, first, interval = kind, level = 0.9)
    add(paste0(kind, "Fit"), pr[1]); add(paste0(kind, "Lower"), pr[2]); add(paste0(kind, "Upper"), pr[3])
  }
}
writeLines(out, file.path(folder, "r.csv"))

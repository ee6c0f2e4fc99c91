# Writes the reference values of the tests of generalized linear models, and the designs they are made of:
# Rscript src/bench/glm.R src/test/resources/infogap/regression/glm
# Made with R 4.2.2 on sets of its package datasets.
folder <- commandArgs(TRUE)[1]
options(digits = 17)
fits <- list(
  mtcars = glm(am ~ wt + hp, binomial, mtcars),
  infert = glm(case ~ age + parity + induced + spontaneous, binomial, infert),
  esoph = glm(cbind(ncases, ncontrols) ~ as.numeric(agegp) + as.numeric(alcgp) + as.numeric(tobgp), binomial, esoph),
  admissions = { d <- as.data.frame(UCBAdmissions); glm((Admit == "Admitted") ~ Gender + Dept, binomial, d, weights = Freq) },
  warpbreaks = glm(breaks ~ wool * tension, poisson, warpbreaks),
  InsectSprays = glm(count ~ spray, poisson, InsectSprays),
  quakes = glm(stations ~ mag + depth, poisson, quakes),
  discoveries = glm(as.numeric(discoveries) ~ I(1:100 / 100) + I((1:100 / 100)^2), poisson),
  insurance = glm(breaks ~ tension + offset(log(1:54)), poisson, warpbreaks))
lines <- c("set,quantity,name,value")
control <- glm.control(epsilon = 1e-15, maxit = 100)
for (name in names(fits)) {
  fit <- update(fits[[name]], control = control, evaluate = FALSE)
  fit <- eval(fit, list(d = if (name == "admissions") d else NULL, control = control))
  x <- model.matrix(fit)
  y <- if (is.matrix(model.response(model.frame(fit)))) model.response(model.frame(fit)) else cbind(as.numeric(model.response(model.frame(fit))), NA)
  frame <- data.frame(y = y[, 1], failures = y[, 2], frequency = if (name == "admissions") d$Freq else 1,
                      offset = sprintf("%.17g", if (is.null(fit$offset)) 0 else fit$offset), x[, -1, drop = FALSE], check.names = FALSE)
  frame <- frame[frame$frequency > 0, ]
  write.csv(frame, file.path(folder, paste0(name, ".csv")), row.names = FALSE, quote = FALSE)
  add <- function(quantity, values, names = rep("", length(values)))
    lines <<- c(lines, paste(name, quantity, paste0("\"", gsub("\"", "\"\"", names), "\""), sprintf("%.17g", values), sep = ","))
  s <- summary(fit)$coefficients
  add("estimate", s[, 1], rownames(s)); add("standardError", s[, 2], rownames(s)); add("z", s[, 3], rownames(s)); add("p", s[, 4], rownames(s))
  add("deviance", deviance(fit)); add("nullDeviance", fit$null.deviance)
  if (name != "admissions") {
    add("logLik", as.numeric(logLik(fit))); add("aic", AIC(fit)); add("bic", BIC(fit))
    add("fitted", fitted(fit)[1:5]); add("devianceResidual", residuals(fit, "deviance")[1:5])
    add("pearson", residuals(fit, "pearson")[1:5]); add("hat", hatvalues(fit)[1:5])
  }
}
smaller <- glm(breaks ~ wool + tension, poisson, warpbreaks, control = control)
larger <- glm(breaks ~ wool * tension, poisson, warpbreaks, control = control)
a <- anova(smaller, larger, test = "LRT")
lines <- c(lines, sprintf("warpbreaks,lrt,,%.17g", c(a$Deviance[2], a$Df[2], a[["Pr(>Chi)"]][2])))
writeLines(lines, file.path(folder, "r.csv"))
# classes of more than two, and a completely separated set, for glm.py
write.csv(data.frame(class = PlantGrowth$group, weight = PlantGrowth$weight), file.path(folder, "plants.csv"), row.names = FALSE, quote = FALSE)
write.csv(data.frame(class = paste0("g", mtcars$carb > 2, mtcars$vs), mpg = mtcars$mpg, qsec = mtcars$qsec)[mtcars$carb < 9, ], file.path(folder, "gears.csv"), row.names = FALSE, quote = FALSE)
write.csv(data.frame(y = c(0, 0, 0, 0, 1, 1, 1, 1), failures = NA, frequency = 1, offset = 0, x = c(1, 2, 3, 4, 5, 6, 7, 9), z = c(2, 1, 4, 3, 2, 5, 1, 3)),
          file.path(folder, "separated.csv"), row.names = FALSE, quote = FALSE)
write.csv(data.frame(class = warpbreaks$tension, breaks = warpbreaks$breaks, woolB = as.integer(warpbreaks$wool == "B")), file.path(folder, "tensions.csv"), row.names = FALSE, quote = FALSE)

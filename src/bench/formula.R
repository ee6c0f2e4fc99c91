# Writes the reference values of the formula tests, and the data sets they are made of:
# Rscript src/bench/formula.R src/test/resources/infogap/table/formula
# Made with R 4.2.2. The sets are those of R's package datasets.
folder <- commandArgs(TRUE)[1]
options(digits = 17, contrasts = c("contr.treatment", "contr.poly"))
library(splines)

sets <- list(
  mtcars = mtcars, warpbreaks = warpbreaks, ToothGrowth = ToothGrowth, PlantGrowth = PlantGrowth, InsectSprays = InsectSprays,
  iris = iris, airquality = airquality, chickwts = chickwts, women = women, swiss = swiss, CO2 = as.data.frame(CO2), trees = trees)
for (name in names(sets)) write.csv(sets[[name]], file.path(folder, paste0(name, ".csv")), row.names = FALSE, quote = FALSE)
# what a stranger's reader makes of the text is what R is given, too
read <- function(name) read.csv(file.path(folder, paste0(name, ".csv")), stringsAsFactors = TRUE)

cases <- list(
  list("mtcars-1", "mtcars", "mpg ~ wt + factor(cyl)"),
  list("mtcars-2", "mtcars", "mpg ~ wt * factor(am) + I(hp^2)"),
  list("mtcars-3", "mtcars", "log(mpg) ~ poly(hp, 3) + qsec"),
  list("mtcars-4", "mtcars", "mpg ~ (wt + hp + qsec)^2 - wt:qsec"),
  list("mtcars-5", "mtcars", "mpg ~ factor(cyl) + factor(gear) - 1"),
  list("mtcars-6", "mtcars", "mpg ~ ."),
  list("mtcars-7", "mtcars", "mpg ~ bs(wt, df = 5)"),
  list("mtcars-8", "mtcars", "mpg ~ ns(wt, df = 4) + poly(qsec, 1) + bs(hp, degree = 1)"),
  list("warpbreaks-1", "warpbreaks", "breaks ~ wool * tension"),
  list("warpbreaks-2", "warpbreaks", "breaks ~ relevel(wool, ref = \"B\") + tension"),
  list("ToothGrowth-1", "ToothGrowth", "len ~ supp / dose"),
  list("ToothGrowth-2", "ToothGrowth", "len ~ supp:dose"),
  list("ToothGrowth-3", "ToothGrowth", "len ~ supp * poly(dose, 2, raw = TRUE)"),
  list("PlantGrowth-1", "PlantGrowth", "weight ~ group"),
  list("PlantGrowth-2", "PlantGrowth", "weight ~ C(group, contr.sum)"),
  list("InsectSprays-1", "InsectSprays", "sqrt(count) ~ spray"),
  list("iris-1", "iris", "Sepal.Length ~ Species * Petal.Width"),
  list("iris-2", "iris", "Sepal.Length ~ 0 + Species + Species:Petal.Width"),
  list("airquality-1", "airquality", "Ozone ~ Solar.R + Wind + Temp"),
  list("airquality-2", "airquality", "log(Ozone) ~ poly(Temp, 2) + factor(Month)"),
  list("chickwts-1", "chickwts", "weight ~ feed"),
  list("women-1", "women", "weight ~ height + I(height^2)"),
  list("airquality-3", "airquality", "log(Ozone) ~ ns(Temp, 6) + ns(Wind)"),
  list("women-2", "women", "weight ~ poly(height, 4)"),
  list("swiss-1", "swiss", "Fertility ~ Agriculture + Examination + Education + Catholic + Infant.Mortality"),
  list("CO2-1", "CO2", "uptake ~ Type * Treatment + log(conc)"),
  list("trees-1", "trees", "log(Volume) ~ log(Girth) + log(Height)"),
  list("trees-2", "trees", "log(Volume) ~ 1 + offset(2 * log(Girth) + log(Height))"),
  list("airquality-w", "airquality", "Ozone ~ Wind + Temp", "Day"))

lines <- c("case,quantity,name,value")
table <- c("case,set,formula,weights")
quote <- function(text) paste0("\"", gsub("\"", "\"\"", text), "\"")
for (case in cases) {
  id <- case[[1]]; data <- read(case[[2]]); formula <- case[[3]]
  weights <- if (length(case) > 3) case[[4]] else ""
  table <- c(table, paste(id, case[[2]], quote(formula), weights, sep = ","))
  fit <- if (weights == "") lm(as.formula(formula), data) else eval(parse(text = paste0("lm(", formula, ", data, weights = ", weights, ")")))
  add <- function(quantity, values, names = rep("", length(values)))
    lines <<- c(lines, paste(id, quantity, sapply(names, quote), sprintf("%.17g", values), sep = ","))
  kept <- !is.na(coef(fit))
  table2 <- summary(fit)$coefficients
  names <- rownames(table2)
  if (all(kept)) {
    add("estimate", table2[, 1], names); add("standardError", table2[, 2], names); add("t", table2[, 3], names); add("p", table2[, 4], names)
    interval <- confint(fit, level = 0.9)
    add("lower", interval[, 1], names); add("upper", interval[, 2], names)
    s <- summary(fit)
    add("sigma", s$sigma); add("df", s$df[2]); add("logLik", as.numeric(logLik(fit)))
    add("aic", AIC(fit)); add("bic", BIC(fit)); add("dropped", length(fit$na.action))
    if (length(grep("offset", formula)) == 0) {
      add("rSquared", s$r.squared); add("adjusted", s$adj.r.squared)
      if (!is.null(s$fstatistic)) { add("f", s$fstatistic[1]); add("fp", pf(s$fstatistic[1], s$fstatistic[2], s$fstatistic[3], lower.tail = FALSE)) }
    }
    rows <- head(data[complete.cases(data), ], 6)
    predicted <- suppressWarnings(predict(fit, rows, interval = "prediction", level = 0.8))
    add("predicted", predicted[, 1]); add("predictedLower", predicted[, 2]); add("predictedUpper", predicted[, 3])
    # robust covariances from their definitions: X, e and h of the weighted rows
    w <- if (is.null(fit$weights)) rep(1, nobs(fit)) else fit$weights
    x <- model.matrix(fit) * sqrt(w); e <- residuals(fit) * sqrt(w)
    bread <- solve(crossprod(x)); h <- rowSums((x %*% bread) * x); n <- nrow(x); p <- ncol(x)
    omega <- list(HC0 = e^2, HC1 = e^2 * n / (n - p), HC2 = e^2 / (1 - h), HC3 = e^2 / (1 - h)^2, HC4 = e^2 / (1 - h)^pmin(4, n * h / p))
    for (kind in names(omega)) {
      se <- sqrt(diag(bread %*% crossprod(x * omega[[kind]], x) %*% bread))
      add(kind, se, names); add(paste0(kind, "p"), 2 * pt(abs(coef(fit) / se), n - p, lower.tail = FALSE), names)
    }
    add("rstudent", rstudent(fit)[1:5]); add("cook", cooks.distance(fit)[1:5]); add("hat", hatvalues(fit)[1:5])
  } else add("rank", fit$rank)
}

# clusters by a column's name, nested models, estimated means on the grid of levels
add <- function(id, quantity, values, names = rep("", length(values)))
  lines <<- c(lines, paste(id, quantity, sapply(names, quote), sprintf("%.17g", values), sep = ","))
fit <- lm(weight ~ feed, read("chickwts"))
data <- read("CO2")
fit <- lm(uptake ~ Type * Treatment + log(conc), data)
x <- model.matrix(fit); e <- residuals(fit); bread <- solve(crossprod(x)); n <- nrow(x); p <- ncol(x); g <- nlevels(data$Plant)
scores <- rowsum(x * e, data$Plant)
se <- sqrt(diag(bread %*% crossprod(scores) %*% bread) * g / (g - 1) * (n - 1) / (n - p))
add("CO2-1", "cluster", se, names(coef(fit)))
add("CO2-1", "clusterP", 2 * pt(abs(coef(fit) / se), g - 1, lower.tail = FALSE), names(coef(fit)))
for (pair in list(c("warpbreaks-1", "warpbreaks", "breaks ~ wool + tension", "breaks ~ wool * tension"),
                  c("mtcars-1", "mtcars", "mpg ~ wt", "mpg ~ wt + factor(cyl)"),
                  c("swiss-1", "swiss", "Fertility ~ Education", "Fertility ~ Agriculture + Examination + Education + Catholic + Infant.Mortality"))) {
  data <- read(pair[2])
  a <- anova(lm(as.formula(pair[3]), data), lm(as.formula(pair[4]), data))
  add(pair[1], "anova", c(a$F[2], a[["Pr(>F)"]][2], a$Df[2], a[["Sum of Sq"]][2]), rep(pair[3], 4))
}
means <- function(id, set, formula, factor) {
  data <- read(set); fit <- lm(as.formula(formula), data)
  used <- all.vars(as.formula(formula))[-1]
  grid <- expand.grid(lapply(data[used], function(column) if (is.factor(column)) levels(column) else mean(column)))
  x <- model.matrix(delete.response(terms(fit)), grid)
  for (level in levels(data[[factor]])) {
    row <- colMeans(x[grid[[factor]] == level, , drop = FALSE])
    add(id, "mean", c(sum(row * coef(fit)), sqrt(drop(row %*% vcov(fit) %*% row))), rep(paste(factor, "=", level), 2))
  }
}
means("warpbreaks-1", "warpbreaks", "breaks ~ wool * tension", "tension")
means("iris-1", "iris", "Sepal.Length ~ Species * Petal.Width", "Species")
means("CO2-1", "CO2", "uptake ~ Type * Treatment + log(conc)", "Treatment")
writeLines(lines, file.path(folder, "r.csv"))
writeLines(table, file.path(folder, "cases.csv"))

/// Which rows train, which rows test, and in which units?
///
/// The steps between a clean table and a model: features as an array with names, a seeded split, standardisation (标准化) that is
/// learned on the training rows only, cross-validation (交叉验证) that fits the whole pipeline again in each fold, and bands (分组)
/// with right-closed edges. A model from any room takes part as a [infogap.table.prepare.Learner]: arrays in, a function out.
package infogap.table.prepare;

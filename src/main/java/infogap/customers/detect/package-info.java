/// Can the hidden side be predicted from what the other side sees?
///
/// A detector (检测器) is a decision tree or a random forest fitted to a *label*: which rows truly have the hidden property. Without a
/// label with two classes there is nothing to detect, and fitting is refused. What a detector is worth is measured on rows that it did
/// not see, held out or, for a forest, out of the bag of each tree ([infogap.customers.detect.OutOfBag]): accuracy beside that of always
/// saying the larger class, precision, recall, the ROC curve, and the share of the information gap that its message closes, in bits and in
/// money. Sources: L. Breiman, J. Friedman, R. Olshen and C. Stone (1984), *Classification and Regression Trees*, Wadsworth; L. Breiman (2001),
/// *Random Forests*, Machine Learning 45, 5–32.
package infogap.customers.detect;

/// What is bought together?
///
/// Association rules (关联规则) `A ⇒ C` between disjoint sets of items, with support, confidence and lift. Source: R. Agrawal, T. Imieliński
/// and A. Swami (1993), *Mining association rules between sets of items in large databases*, SIGMOD, 207–216; the item sets are found by
/// FP-growth, J. Han, J. Pei and Y. Yin (2000), *Mining frequent patterns without candidate generation*, SIGMOD, 1–12.
package infogap.customers.basket;

/// What becomes of the market when quality is hidden and nobody can signal it?
///
/// Sellers of a grade offer it if the price covers what they would keep it for, r ≤ p. Buyers, who cannot tell grades apart, pay
/// the average worth of what is offered, p = E[b | r ≤ p]. A price that is too low for the good grades drives them out, which
/// lowers the average and the price again: adverse selection (逆向选择). The price never exceeds the average worth of what is
/// sold, so that opacity does not raise it.
///
/// Source: G. A. Akerlof (1970), *The market for "lemons": quality uncertainty and the market mechanism*, Quarterly Journal of
/// Economics 84, 488–500.
package infogap.signaling.lemons;

/// What is a customer worth, and how sure is that?
///
/// From purchases to [infogap.customers.value.PurchaseHistory]: for each customer the repeat purchases `x`, the time `t_x` of the last one and
/// the time `T` since the first. [infogap.customers.value.Rfm] bands them (recency, frequency, monetary; RFM 分析).
/// [infogap.customers.value.BetaGeometricNbd] says how many purchases are to come and whether the customer is still one,
/// [infogap.customers.value.GammaGamma] what they will be worth each, and [infogap.customers.value.LifetimeModel] puts both together as a
/// customer lifetime value (客户终身价值), with intervals.
///
/// The information gap here is between the firm and its customer, who knows whether she has left: a customer without a contract never says so.
///
/// Times are in the unit of the history, always counted from the customer's own first purchase. Sources: P. S. Fader, B. G. S. Hardie and K. L. Lee (2005),
/// *"Counting Your Customers" the Easy Way: An Alternative to the Pareto/NBD Model*, Marketing Science 24, 275–284; P. S. Fader and B. G. S. Hardie
/// (2013), *The Gamma-Gamma Model of Monetary Value*.
package infogap.customers.value;

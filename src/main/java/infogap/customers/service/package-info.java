/// Who gets which service, who is worth a treatment, and which case goes to a human?
///
/// The service for a segment stands in a table of rules ([infogap.customers.service.ServiceRules]), checked once to answer every case
/// exactly once. A case goes to a human ([infogap.customers.service.Routing]) when its *predicted gap*, what knowing the truth would be
/// worth in that case, exceeds a threshold; the best threshold is found exactly, from cases whose truth is known. What it is worth to treat
/// customers by their group is again an information gap ([infogap.customers.service.Targeting]).
package infogap.customers.service;

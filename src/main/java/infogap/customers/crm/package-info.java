/// Where does the realistic data set come from, and what is the truth behind it?
///
/// [infogap.customers.crm.CrmData] makes `data/crm` from a seed, byte for byte; [infogap.customers.crm.CrmTruth] is the truth that it draws
/// from, so that whatever a pipeline finds can be held against what was put in. Everything is invented: no person and no seller.
package infogap.customers.crm;

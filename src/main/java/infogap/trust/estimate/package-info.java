/// The laws of trust from observed trust.
package infogap.trust.estimate;

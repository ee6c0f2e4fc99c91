/// How often does each pair of codes occur? Counting in one pass over memory, in the form that suits the alphabets.
package infogap.information.count;

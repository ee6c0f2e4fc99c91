/// Information of continuous variables, estimated from how near the neighbours of each point are: no bins.
package infogap.information.neighbours;

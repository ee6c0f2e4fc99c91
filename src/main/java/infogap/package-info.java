/// Infogap: the economics of information asymmetry (信息不对称), computed exactly.
package infogap;

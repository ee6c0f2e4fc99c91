package infogap.regression;

/// Which fit the bootstrap samples are made from: y* = Xβ + v_g·e in cluster g.
public enum WildResiduals {

    /// β and e of the fit in which the coefficient has the tested value (WCR). It keeps its level with fewer clusters.
    RESTRICTED,

    /// β and e of the fit itself (WCU); the bootstrap's t is then about the estimate.
    UNRESTRICTED
}

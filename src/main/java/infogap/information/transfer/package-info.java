/// What one series of events tells about the next event of another, beyond what that other's own past tells.
package infogap.information.transfer;

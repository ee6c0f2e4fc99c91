package infogap.contracts;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.util.Locale;
import org.apache.commons.math3.fraction.BigFraction;

/// What information asymmetry costs the side that offers the contract, and where it goes.
///
/// The uninformed side earns less than it would with full information. A part of the difference is a transfer to the informed side, its information rent
/// (信息租金); the rest is lost to both, because the contract is distorted:
///
///     loss = transfer + lost to both,   lost to both = surplus under full information − surplus
///
/// The loss is what the uninformed side would pay to know: `Gap(∅→F)` of its decision which contract to offer.
///
/// @param uninformed who offers the contract
/// @param fullInformationSurplus what both sides gain together when both know
/// @param surplus what they gain together when one side knows
/// @param fullInformationProfit what the uninformed side would earn if it knew
/// @param profit what it earns
public record AsymmetryCost(String uninformed, double fullInformationSurplus, double surplus, double fullInformationProfit, double profit) {

    public AsymmetryCost {
        Checks.text("uninformed", uninformed);
        Checks.finite("fullInformationSurplus", fullInformationSurplus);
        Checks.finite("surplus", surplus);
        Checks.finite("fullInformationProfit", fullInformationProfit);
        Checks.finite("profit", profit);
    }

    /// From exact numbers.
    public static AsymmetryCost of(
            String uninformed, BigFraction fullInformationSurplus, BigFraction surplus, BigFraction fullInformationProfit, BigFraction profit) {
        return new AsymmetryCost(uninformed, Fractions.toDouble(Checks.present("fullInformationSurplus", fullInformationSurplus)),
                Fractions.toDouble(Checks.present("surplus", surplus)),
                Fractions.toDouble(Checks.present("fullInformationProfit", fullInformationProfit)), Fractions.toDouble(Checks.present("profit", profit)));
    }

    /// What the uninformed side would pay to know.
    public double loss() {
        return fullInformationProfit - profit;
    }

    /// The part of the loss that nobody gets.
    public double lostToBoth() {
        return fullInformationSurplus - surplus;
    }

    /// The part of the loss that the informed side gets.
    public double transfer() {
        return loss() - lostToBoth();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT,
                "%-22s %18s %18s %14s%n%-22s %18.6g %18.6g %14.6g%n%-22s %18.6g %18.6g %14.6g%n%-22s %18s %18s %14.6g",
                "", "full information", "asymmetry", "difference", "surplus", fullInformationSurplus, surplus, lostToBoth(),
                uninformed, fullInformationProfit, profit, loss(), "transferred", "", "", transfer());
    }
}

package infogap.architecture.badnumeric;

import com.google.gson.JsonObject;
import infogap.claims.Claim;

/// What the house plan forbids on the ground floor: an import from a floor above, and a library of another room.
record Bad(Claim upward, JsonObject foreign) {}

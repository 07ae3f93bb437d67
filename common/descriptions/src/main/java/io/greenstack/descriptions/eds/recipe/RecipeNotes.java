package io.greenstack.descriptions.eds.recipe;

import java.util.ArrayList;
import java.util.List;

import io.greenstack.descriptions.eds.layout.SizeRange;
import io.greenstack.descriptions.eds.model.ConnectionWord.RealTimeFormat;
import io.greenstack.descriptions.eds.model.EdsConnection;
import io.greenstack.descriptions.eds.model.EdsConnection.TransportWord.ApplicationType;
import io.greenstack.descriptions.eds.recipe.ConnectionRecipe.Configuration;
import io.greenstack.descriptions.eds.recipe.ConnectionRecipe.Data;
import io.greenstack.descriptions.eds.recipe.ConnectionRecipe.Path;
import io.greenstack.descriptions.eds.recipe.ConnectionRecipe.PathParameter;
import io.greenstack.descriptions.eds.recipe.ConnectionRecipe.Transport;

/** What to mind when opening a connection, in plain words. */
final class RecipeNotes {

    private RecipeNotes() {}

    static List<String> of(EdsConnection connection, Transport transport, Data out, Data in,
            Configuration configuration, Path path, boolean safety) {
        List<String> notes = new ArrayList<>();
        if (safety) {
            notes.add("This is a CIP Safety connection; a standard scanner cannot open it.");
        }
        if (transport.applicationType() == ApplicationType.LISTEN_ONLY) {
            notes.add("Listen-only: it opens only while another originator holds a connection to the same input data, "
                    + "with the same packet interval and multicast.");
        } else if (transport.applicationType() == null) {
            notes.add("No application type is marked: this is no I/O connection.");
        }
        if (connection.transport().server()) {
            notes.add("The file marks the device as server of the transport (bit 31); scanners ignore this for I/O.");
        }
        side("O-to-T", out, notes);
        side("T-to-O", in, notes);
        if (configuration.octets() > 0) {
            notes.add("The request carries " + configuration.octets() + " octets of configuration"
                    + (configuration.instance() == null ? "" : " for instance " + configuration.instance())
                    + "; given are the defaults of the parameters.");
        }
        for (PathParameter parameter : path.parameters()) {
            notes.add("The path contains the value of " + parameter.parameter()
                    + (parameter.name() == null ? "" : " (" + parameter.name() + ")") + ": "
                    + describe(parameter.value(), "") + ".");
        }
        for (String keyword : path.needed()) {
            notes.add(switch (keyword) {
                case "SYMBOL_ANSI" -> "SYMBOL_ANSI: put in the name of the tag as symbol segment "
                        + "(91h, length, characters, padded to an even length).";
                case "SLOT", "SLOT_MINUS_ONE" -> keyword + ": put in the slot number of the module.";
                default -> keyword + ": put in the value this keyword stands for.";
            });
        }
        return notes;
    }

    private static void side(String direction, Data data, List<String> notes) {
        SizeRange size = data.size();
        if (size.isNone()) {
            notes.add(direction + ": the file does not say the size; take it from the manual.");
        } else if (size.variable()) {
            notes.add(direction + ": the size is held by " + size.parameter() + ": " + describe(size, " octets") + ".");
        }
        if (data.realTimeFormat() == RealTimeFormat.RUN_IDLE_HEADER) {
            notes.add(direction + ": the data is preceded by a header of 4 octets, bit 0 = run; most scanners add it "
                    + "themselves.");
        } else if (data.realTimeFormat() == RealTimeFormat.HEARTBEAT) {
            notes.add(direction + ": heartbeat without data.");
        }
    }

    private static String describe(SizeRange range, String unit) {
        String limits = range.minimum() == null && range.maximum() == null
                ? ""
                : ", " + (range.minimum() == null ? "" : range.minimum()) + ".."
                        + (range.maximum() == null ? "" : range.maximum());
        return "default " + (range.defaultValue() == null ? "not given" : range.defaultValue()) + limits + unit;
    }
}

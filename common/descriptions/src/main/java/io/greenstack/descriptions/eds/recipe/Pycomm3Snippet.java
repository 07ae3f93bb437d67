package io.greenstack.descriptions.eds.recipe;

import java.util.List;
import java.util.Locale;

import io.greenstack.core.processdata.Frame;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.descriptions.eds.recipe.ConnectionRecipe.Data;

/**
 * A Python program for pycomm3 (1.2 or later). pycomm3 opens no cyclic connections, so the program reads and writes the
 * data attribute of the same Assembly instances with explicit messages.
 */
public final class Pycomm3Snippet {

    private static final String DECODE = SnippetText.resource("pycomm3-decode.py");

    private Pycomm3Snippet() {}

    /**
     * The program.
     *
     * @param recipe recipe of the connection
     * @param layout layout of the connection, null if its data is not described
     * @param host address of the device
     */
    public static String of(ConnectionRecipe recipe, ProcessDataLayout layout, String host) {
        List<Frame> in = SnippetText.in(layout);
        List<Frame> out = SnippetText.out(layout);
        int outOctets = SnippetText.octets(recipe.originatorToTarget(), out);
        boolean writes = recipe.originatorToTarget().instance() != null && outOctets > 0;
        StringBuilder code = new StringBuilder(4_096);
        head(code, recipe, host);
        table(code, "FIELDS_IN", in);
        if (writes) {
            table(code, "FIELDS_OUT", out);
        }
        code.append("\n\n").append(DECODE);
        code.append("\nwith CIPDriver(HOST) as device:\n");
        Data toOriginator = recipe.targetToOriginator();
        if (toOriginator.instance() == null) {
            code.append("    # The path does not name the instance of the input data.\n    pass\n");
        } else {
            read(code, "FIELDS_IN", toOriginator.instance());
        }
        if (writes) {
            write(code, recipe.originatorToTarget().instance(), outOctets);
        }
        return code.toString();
    }

    private static void head(StringBuilder code, ConnectionRecipe recipe, String host) {
        code.append("# ").append(SnippetText.oneLine(String.valueOf(recipe.target().productName()))).append(", ")
                .append(recipe.keyword()).append(": ").append(SnippetText.oneLine(recipe.name())).append('\n');
        code.append("# pycomm3 opens no cyclic connections: this reads the same data with explicit messages.\n");
        code.append("import struct\n\nfrom pycomm3 import CIPDriver\n\n");
        code.append("HOST = ").append(SnippetText.quoted(host)).append('\n');
        code.append("ASSEMBLY, DATA = 0x04, 3\nGET_ATTRIBUTE, SET_ATTRIBUTE = 0x0E, 0x10\n");
    }

    private static void table(StringBuilder code, String name, List<Frame> frames) {
        code.append("\n# key, bit offset, bits, kind, gradient, offset, unit\n").append(name).append(" = [\n");
        for (String row : SnippetText.rows(frames)) {
            code.append("    ").append(row).append(",\n");
        }
        code.append("]\n");
    }

    private static void read(StringBuilder code, String fields, long instance) {
        code.append(String.format(Locale.ROOT, """
                    reply = device.generic_message(
                        service=GET_ATTRIBUTE, class_code=ASSEMBLY, instance=%d, attribute=DATA,
                        connected=False, name="read %d")
                    if reply.error:
                        raise SystemExit(reply.error)
                    for key, value in decode(reply.value, %s).items():
                        print(key, value)
                """, instance, instance, fields));
    }

    private static void write(StringBuilder code, long instance, int octets) {
        code.append(String.format(Locale.ROOT, """

                    # To write the outputs, fill in the octets; FIELDS_OUT says what is where.
                    # The device refuses this while a scanner owns the outputs.
                    outputs = bytes(%d)
                    WRITE = False
                    if WRITE:
                        reply = device.generic_message(
                            service=SET_ATTRIBUTE, class_code=ASSEMBLY, instance=%d, attribute=DATA,
                            request_data=outputs, connected=False, name="write %d")
                        print(reply.error or "written")
                """, octets, instance, instance));
    }
}

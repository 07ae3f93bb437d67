package io.greenstack.core.processdata;

import java.util.HexFormat;

/** OctetStringT and plain octets. */
final class OctetsField extends CompiledField {

    private static final HexFormat HEX = HexFormat.of();

    private final OctetRun run;

    OctetsField(Frame frame, Field field) {
        super(field);
        this.run = new OctetRun(frame, field);
    }

    @Override
    DecodedValue decode(byte[] octets, ParameterValues parameters) {
        return new DecodedValue(field, 0, run.read(octets), Double.NaN, null, null, null);
    }

    @Override
    void encode(Object value, byte[] octets, ParameterValues parameters) {
        byte[] wanted;
        if (value instanceof byte[] given) {
            wanted = given;
        } else if (value instanceof String text) {
            try {
                wanted = HEX.parseHex(text);
            } catch (IllegalArgumentException e) {
                throw badValue(value, "hexadecimal octets");
            }
        } else {
            throw badValue(value, "octets");
        }
        if (wanted.length != run.length()) {
            throw outOfRange("takes " + run.length() + " octets, got " + wanted.length);
        }
        run.write(octets, wanted);
    }
}

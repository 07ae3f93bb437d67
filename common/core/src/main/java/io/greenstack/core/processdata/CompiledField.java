package io.greenstack.core.processdata;

import java.util.Map;

/** A field made ready to decode and encode: positions, masks and tables worked out. Immutable. */
abstract class CompiledField {

    final Field field;

    CompiledField(Field field) {
        this.field = field;
    }

    static CompiledField of(Frame frame, Field field, Map<ParameterKey, Long> defaults) {
        return switch (field.type()) {
            case STRING -> new TextField(frame, field);
            case OCTETS -> new OctetsField(frame, field);
            case TIME, TIME_SPAN -> new TimeField(frame, field);
            default -> new NumberField(frame, field, defaults);
        };
    }

    /** Reads the field; never throws for octets of the frame's length. */
    abstract DecodedValue decode(byte[] octets, ParameterValues parameters);

    /**
     * Writes the field; the bits around it stay.
     *
     * @throws EncodeException if it cannot hold the value
     */
    abstract void encode(Object value, byte[] octets, ParameterValues parameters);

    final DecodedValue withoutValue(String status) {
        return new DecodedValue(field, 0, null, Double.NaN, null, null, status);
    }

    final EncodeException badValue(Object value, String wanted) {
        String got = value == null ? "null" : value.getClass().getSimpleName() + " " + shown(value);
        return new EncodeException(EncodeException.BAD_VALUE, field.key(),
                "Field " + field.key() + " takes " + wanted + ", not " + got);
    }

    final EncodeException outOfRange(String why) {
        return new EncodeException(EncodeException.OUT_OF_RANGE, field.key(), "Field " + field.key() + ": " + why);
    }

    private static String shown(Object value) {
        String text = value instanceof byte[] octets ? octets.length + " octets" : String.valueOf(value);
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}

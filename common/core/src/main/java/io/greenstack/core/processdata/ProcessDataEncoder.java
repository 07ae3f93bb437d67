package io.greenstack.core.processdata;

import java.util.Map;

/**
 * Writes values into process data by a layout: the inverse of {@link ProcessDataDecoder}. Immutable and thread-safe.
 * <p>
 * Values are given by field key as the decoder yields them: numbers (scaled; the nearest raw number is taken),
 * booleans, texts, octets or their hexadecimal text, {@code Instant}, {@code Duration}. A numeric field also takes the
 * text of one of its labels, or the text or token of a special value.
 */
public final class ProcessDataEncoder {

    private final CompiledFrame[] in;
    private final CompiledFrame[] out;

    private ProcessDataEncoder(ProcessDataLayout layout) {
        this.in = CompiledFrame.compile(layout, Direction.IN);
        this.out = CompiledFrame.compile(layout, Direction.OUT);
    }

    /**
     * An encoder for a layout.
     *
     * @throws LayoutException as {@link ProcessDataDecoder#of(ProcessDataLayout)}
     */
    public static ProcessDataEncoder of(ProcessDataLayout layout) {
        LayoutValidator.check(layout);
        return new ProcessDataEncoder(layout);
    }

    /**
     * The octets of the first frame whose conditions hold; fields without a value are zero.
     *
     * @throws EncodeException if no frame applies, a field is unknown or cannot hold its value
     */
    public byte[] encode(Direction direction, Map<String, ?> values, ParameterValues parameters) {
        CompiledFrame frame = frame(direction, parameters, -1);
        return write(frame, new byte[frame.octets], values, parameters);
    }

    /**
     * The same, starting from known octets: fields without a value, and gaps, keep what they have there. The frame is the
     * first that has as many octets.
     *
     * @param base octets to start from; not changed
     * @throws EncodeException also if no frame that applies has the length of {@code base}
     */
    public byte[] encode(Direction direction, Map<String, ?> values, ParameterValues parameters, byte[] base) {
        return write(frame(direction, parameters, base.length), base.clone(), values, parameters);
    }

    private CompiledFrame frame(Direction direction, ParameterValues parameters, int octets) {
        boolean applied = false;
        for (CompiledFrame frame : direction == Direction.IN ? in : out) {
            if (frame.applies(parameters)) {
                applied = true;
                if (octets < 0 || frame.octets == octets) {
                    return frame;
                }
            }
        }
        if (applied) {
            throw new EncodeException(EncodeException.WRONG_LENGTH, null,
                    "There is no process data " + direction.token() + " of " + octets + " octets");
        }
        throw new EncodeException(EncodeException.NO_MATCHING_FRAME, null,
                "There is no process data " + direction.token() + " for the parameters " + parameters);
    }

    private static byte[] write(CompiledFrame frame, byte[] octets, Map<String, ?> values, ParameterValues parameters) {
        for (Map.Entry<String, ?> entry : values.entrySet()) {
            CompiledField field = frame.field(entry.getKey());
            if (field == null) {
                throw new EncodeException(EncodeException.UNKNOWN_FIELD, entry.getKey(),
                        "Frame " + frame.frame.id() + " has no field " + entry.getKey());
            }
            field.encode(entry.getValue(), octets, parameters);
        }
        return octets;
    }
}

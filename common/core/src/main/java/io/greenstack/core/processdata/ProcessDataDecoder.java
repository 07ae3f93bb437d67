package io.greenstack.core.processdata;

import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decodes process data by a layout. Immutable and thread-safe; make one per layout and keep it.
 * <p>
 * The frame is the first whose conditions hold for the parameters and which has as many octets as were received. Within
 * it every field is decoded, also those not meant for display. Scaled numbers are the doubles nearest to the exact
 * decimal of {@code raw * gradient + offset}.
 */
public final class ProcessDataDecoder {

    private final ProcessDataLayout layout;
    private final CompiledFrame[] in;
    private final CompiledFrame[] out;

    private ProcessDataDecoder(ProcessDataLayout layout) {
        this.layout = layout;
        this.in = CompiledFrame.compile(layout, Direction.IN);
        this.out = CompiledFrame.compile(layout, Direction.OUT);
    }

    /**
     * A decoder for a layout.
     *
     * @throws LayoutException if the layout cannot be decoded: positions outside the frame, lengths that do not fit the
     *         type, more of anything than {@link LayoutLimits} allows
     */
    public static ProcessDataDecoder of(ProcessDataLayout layout) {
        LayoutValidator.check(layout);
        return new ProcessDataDecoder(layout);
    }

    /** The layout this decoder was made for. */
    public ProcessDataLayout layout() {
        return layout;
    }

    /**
     * Decodes received octets.
     *
     * @param direction which process data the octets are
     * @param octets as received; not changed, not kept
     * @param parameters values the device reported for the parameters that conditions refer to
     * @throws DecodeException {@link DecodeException#WRONG_LENGTH} or {@link DecodeException#NO_MATCHING_FRAME}
     */
    public DecodedFrame decode(Direction direction, byte[] octets, ParameterValues parameters) {
        CompiledFrame[] frames = direction == Direction.IN ? in : out;
        boolean applied = false;
        for (CompiledFrame frame : frames) {
            if (frame.applies(parameters)) {
                applied = true;
                if (frame.octets == octets.length) {
                    return decode(frame, octets, parameters);
                }
            }
        }
        throw applied ? wrongLength(direction, octets.length, parameters) : noFrame(direction, parameters);
    }

    private static DecodedFrame decode(CompiledFrame frame, byte[] octets, ParameterValues parameters) {
        CompiledField[] fields = frame.fields;
        DecodedValue[] values = new DecodedValue[fields.length];
        for (int i = 0; i < fields.length; i++) {
            values[i] = fields[i].decode(octets, parameters);
        }
        return new DecodedFrame(frame.frame, Collections.unmodifiableList(Arrays.asList(values)));
    }

    private DecodeException wrongLength(Direction direction, int got, ParameterValues parameters) {
        Set<Integer> expected = new TreeSet<>();
        for (CompiledFrame frame : direction == Direction.IN ? in : out) {
            if (frame.applies(parameters)) {
                expected.add(frame.octets);
            }
        }
        String lengths = expected.toString().replace("[", "").replace("]", "").replace(", ", " or ");
        return new DecodeException(DecodeException.WRONG_LENGTH, "Process data " + direction.token() + " of "
                + name() + " has " + lengths + " octets, got " + got);
    }

    private DecodeException noFrame(Direction direction, ParameterValues parameters) {
        String why = layout.frames(direction).isEmpty()
                ? " has no process data " + direction.token()
                : " has no process data " + direction.token() + " for the parameters " + parameters;
        return new DecodeException(DecodeException.NO_MATCHING_FRAME, "The description of " + name() + why);
    }

    private String name() {
        return layout.product().isEmpty() ? layout.layoutId() : layout.product();
    }
}

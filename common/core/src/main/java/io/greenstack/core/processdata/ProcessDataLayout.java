package io.greenstack.core.processdata;

import java.util.List;
import java.util.Objects;

/**
 * The process data of one device (variant), compiled from its description; all the decoder needs.
 *
 * @param layoutId stable id of this layout, for example the description id with its revision
 * @param kind name of the format it was compiled from, for example {@code IODD}
 * @param product product name for messages and screens, may be empty
 * @param parameters the device parameters that conditions refer to, with their defaults
 * @param in frames the device sends, in order of precedence; empty if it sends none
 * @param out frames the device receives, in order of precedence; empty if it takes none
 */
public record ProcessDataLayout(String layoutId, String kind, String product, List<LayoutParameter> parameters,
        List<Frame> in, List<Frame> out) {

    public ProcessDataLayout {
        Objects.requireNonNull(layoutId, "layoutId");
        Objects.requireNonNull(kind, "kind");
        product = product == null ? "" : product;
        parameters = parameters == null ? List.of() : List.copyOf(parameters);
        in = in == null ? List.of() : List.copyOf(in);
        out = out == null ? List.of() : List.copyOf(out);
    }

    /** The frames of one direction, in order of precedence. */
    public List<Frame> frames(Direction direction) {
        return direction == Direction.IN ? in : out;
    }
}

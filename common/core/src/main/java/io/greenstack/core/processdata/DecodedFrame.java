package io.greenstack.core.processdata;

import java.util.List;

/**
 * One decoded frame.
 *
 * @param frame the frame that was chosen
 * @param values one for each of its fields, in the order of the fields; also those that are not {@link Field#shown()}
 */
public record DecodedFrame(Frame frame, List<DecodedValue> values) {

    /** The value of a field, null if the frame has no such field. */
    public DecodedValue value(String key) {
        for (DecodedValue value : values) {
            if (value.field().key().equals(key)) {
                return value;
            }
        }
        return null;
    }
}

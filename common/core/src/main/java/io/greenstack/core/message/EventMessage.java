package io.greenstack.core.message;

/**
 * An event of a device.
 *
 * @param code event code, 0 to 65535 (IO-Link interface specification, annex D)
 * @param mode whether it appears, disappears or happens once
 * @param type how severe it is, null if the device does not tell
 * @param timestamp when it happened
 */
public record EventMessage(int code, Mode mode, Type type, Timestamp timestamp) {

    /** Event mode (IO-Link interface specification, A.6.4). */
    public enum Mode {
        APPEARS, DISAPPEARS, SINGLESHOT
    }

    /** Event type (IO-Link interface specification, A.6.4). */
    public enum Type {
        NOTIFICATION, WARNING, ERROR
    }
}

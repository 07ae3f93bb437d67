package io.greenstack.descriptions.iodd.model;

import java.util.Locale;

/** Who may read and write a parameter. */
public enum AccessRights {
    /** Read only. */
    RO,
    /** Read and write. */
    RW,
    /** Write only (commands). */
    WO;

    /** {@code ro}, {@code rw} or {@code wo}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The rights of a token, null if there are none of that name. */
    public static AccessRights of(String token) {
        return switch (token) {
            case "ro" -> RO;
            case "rw" -> RW;
            case "wo" -> WO;
            default -> null;
        };
    }
}

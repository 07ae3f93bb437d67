package io.greenstack.core.processdata;

import java.util.Locale;
import java.util.Objects;

/**
 * How a value is shown (IODD {@code displayFormat}).
 *
 * @param style notation
 * @param decimals digits after the decimal point, 0..{@value #MAX_DECIMALS}; null = as many as needed
 */
public record DisplayFormat(Style style, Integer decimals) {

    /** Most digits after the decimal point that are kept. */
    public static final int MAX_DECIMALS = 20;

    /** The notation. */
    public enum Style {
        /** Decimal. */
        DEC,
        /** Hexadecimal. */
        HEX,
        /** Binary. */
        BIN
    }

    public DisplayFormat {
        Objects.requireNonNull(style, "style");
        if (decimals != null && (decimals < 0 || decimals > MAX_DECIMALS)) {
            throw new IllegalArgumentException("decimals must be 0.." + MAX_DECIMALS + ", not " + decimals);
        }
    }

    /**
     * Reads {@code Dec}, {@code Dec.2}, {@code Hex}, {@code Bin}; letter case and blanks around do not matter.
     *
     * @return null where the text is null or something else ({@code Button} of IODD 1.0.1 is no notation)
     */
    public static DisplayFormat parse(String text) {
        if (text == null) {
            return null;
        }
        String[] parts = text.strip().split("\\.", 2);
        Style style = null;
        for (Style candidate : Style.values()) {
            if (candidate.name().equalsIgnoreCase(parts[0].strip())) {
                style = candidate;
            }
        }
        if (style == null) {
            return null;
        }
        if (parts.length == 1 || style != Style.DEC || !parts[1].strip().matches("\\d{1,2}")) {
            return new DisplayFormat(style, null);
        }
        return new DisplayFormat(style, Math.min(MAX_DECIMALS, Integer.parseInt(parts[1].strip())));
    }

    /** The text that {@link #parse(String)} reads, for example {@code Dec.2}. */
    public String text() {
        String name = style.name().charAt(0) + style.name().substring(1).toLowerCase(Locale.ROOT);
        return decimals == null ? name : name + "." + decimals;
    }
}

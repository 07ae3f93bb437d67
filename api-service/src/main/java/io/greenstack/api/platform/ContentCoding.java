package io.greenstack.api.platform;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the server makes of a body, by what a client takes (RFC 9110, 12.5.3). */
public final class ContentCoding {

    /** Compressed with gzip. */
    public static final char GZIP = 'g';
    /** Compressed with deflate. */
    static final char DEFLATE = 'd';
    /** As it is. */
    static final char IDENTITY = 'i';

    private static final Pattern WEIGHT = Pattern.compile("\\s*q\\s*=\\s*(0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?)\\s*");

    private ContentCoding() {}

    /** The coding for a value of {@code Accept-Encoding}, which may be null. */
    public static char of(String accepted) {
        if (accepted == null) {
            return IDENTITY;
        }
        double any = -1;
        double gzip = -1;
        double deflate = -1;
        for (String one : accepted.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = one.split(";", 2);
            double weight = parts.length > 1 ? weight(parts[1]) : 1;
            switch (parts[0].strip()) {
                case "*" -> any = weight;
                case "gzip", "x-gzip" -> gzip = Math.max(gzip, weight);
                case "deflate" -> deflate = weight;
                default -> {
                    // Nothing that the server makes.
                }
            }
        }
        if (gzip > 0 && gzip >= deflate) {
            return GZIP;
        }
        if (deflate > 0) {
            return DEFLATE;
        }
        return any > 0 && gzip < 0 ? GZIP : any > 0 && deflate < 0 ? DEFLATE : IDENTITY;
    }

    private static double weight(String text) {
        Matcher weight = WEIGHT.matcher(text);
        return weight.matches() ? Double.parseDouble(weight.group(1)) : 0;
    }
}

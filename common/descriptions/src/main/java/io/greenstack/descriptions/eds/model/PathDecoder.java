package io.greenstack.descriptions.eds.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import io.greenstack.descriptions.eds.model.PathSegment.Kind;

/** Cuts the octets of a CIP path into segments; both the padded and the packed form occur in EDS files. */
final class PathDecoder {

    private static final Kind[] LOGICAL = {Kind.CLASS, Kind.INSTANCE, Kind.MEMBER, Kind.CONNECTION_POINT,
            Kind.ATTRIBUTE, Kind.KEY, Kind.SERVICE, null};
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    private final byte[] octets;
    private final boolean padded;
    private final List<PathSegment> segments = new ArrayList<>();
    private int pos;

    private PathDecoder(byte[] octets, boolean padded) {
        this.octets = octets;
        this.padded = padded;
    }

    /** The segments, null if the octets are no path in either form. */
    static List<PathSegment> decode(byte[] octets) {
        PathDecoder decoder = new PathDecoder(octets, true);
        if (decoder.all()) {
            return decoder.segments;
        }
        decoder = new PathDecoder(octets, false);
        return decoder.all() ? decoder.segments : null;
    }

    private boolean all() {
        while (pos < octets.length) {
            int first = octets[pos++] & 0xFF;
            boolean ok = switch (first >> 5) {
                case 0 -> port(first);
                case 1 -> logical(first);
                case 2 -> network(first);
                case 3 -> symbol(first);
                case 4 -> data(first);
                default -> false;
            };
            if (!ok) {
                return false;
            }
        }
        return true;
    }

    private boolean logical(int first) {
        Kind kind = LOGICAL[first >> 2 & 7];
        int format = first & 3;
        if (kind == Kind.KEY) {
            return first == 0x34 && has(9) && octets[pos] == 4 && take(Kind.KEY, 9);
        }
        if (kind == null || format == 3) {
            return false;
        }
        int width = 1 << format;
        if (padded && width > 1) {
            if (!has(1) || octets[pos] != 0) {
                return false;
            }
            pos++;
        }
        if (!has(width)) {
            return false;
        }
        long value = 0;
        for (int i = width - 1; i >= 0; i--) {
            value = value << 8 | octets[pos + i] & 0xFF;
        }
        pos += width;
        segments.add(new PathSegment(kind, value, ""));
        return true;
    }

    private boolean port(int first) {
        int length = 1;
        boolean extended = (first & 0x10) != 0;
        if (extended) {
            if (!has(1)) {
                return false;
            }
            length = octets[pos++] & 0xFF;
        }
        int port = first & 0x0F;
        if (port == 0x0F) {
            if (!has(2)) {
                return false;
            }
            port = octets[pos] & 0xFF | (octets[pos + 1] & 0xFF) << 8;
            pos += 2;
        }
        if (port == 0 || !has(length)) {
            return false;
        }
        byte[] address = java.util.Arrays.copyOfRange(octets, pos, pos + length);
        String text = extended ? new String(address, StandardCharsets.ISO_8859_1) : String.valueOf(address[0] & 0xFF);
        segments.add(new PathSegment(Kind.PORT, port, text));
        pos += length;
        if (extended && length % 2 == 1 && has(1) && octets[pos] == 0) {
            pos++;
        }
        return true;
    }

    private boolean network(int first) {
        int length = (first & 0x10) == 0 ? 1 : has(1) ? 1 + 2 * (octets[pos] & 0xFF) : Integer.MAX_VALUE;
        return has(length) && take(Kind.NETWORK, length);
    }

    private boolean symbol(int first) {
        int length = first & 0x1F;
        return length > 0 && has(length) && text(length);
    }

    private boolean data(int first) {
        if (!has(1)) {
            return false;
        }
        int length = octets[pos++] & 0xFF;
        if (first == 0x91) {
            if (!has(length) || !text(length)) {
                return false;
            }
            if (length % 2 == 1 && has(1)) {
                pos++;
            }
            return true;
        }
        return first == 0x80 && has(length * 2) && take(Kind.DATA, length * 2);
    }

    private boolean text(int length) {
        segments.add(new PathSegment(Kind.SYMBOL, -1, new String(octets, pos, length, StandardCharsets.ISO_8859_1)));
        pos += length;
        return true;
    }

    private boolean take(Kind kind, int length) {
        segments.add(new PathSegment(kind, -1, HEX.formatHex(octets, pos, pos + length)));
        pos += length;
        return true;
    }

    private boolean has(int count) {
        return count <= octets.length - pos;
    }
}

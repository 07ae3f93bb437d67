package io.greenstack.descriptions.eds.model;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A path as an EDS file writes it: octets in hexadecimal, {@code [ParamN]} for the value of a parameter, keywords such
 * as {@code SYMBOL_ANSI} or {@code SLOT} for what the user must give.
 *
 * @param text as written
 * @param items its parts
 */
public record EdsPath(String text, List<Item> items) {

    private static final Pattern OCTET = Pattern.compile("(?:0[xX])?([0-9A-Fa-f]{1,2})");
    private static final Pattern PARAMETER = Pattern.compile("\\[?((?:Proxy|Proxied)?Param)(\\d{1,9})]?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern KEYWORD = Pattern.compile("[A-Za-z][A-Za-z_]{2,}\\d*");
    private static final int LONGEST = 1_024;

    /** The kinds of parts. */
    public enum ItemKind {
        /** One octet. */
        OCTET,
        /** The value of a parameter. */
        PARAMETER,
        /** Something the user must give. */
        KEYWORD,
        /** Something that cannot be understood. */
        UNKNOWN
    }

    /**
     * One part of the path.
     *
     * @param octet the octet, -1 if it is none
     * @param parameter the parameter, {@link EdsReference#NONE} if it is none
     * @param text as written
     */
    public record Item(ItemKind kind, int octet, EdsReference parameter, String text) {}

    /**
     * The path with the values of parameters put in.
     *
     * @param octets the octets, empty if it needs something from the user or cannot be understood
     * @param segments the segments, empty likewise
     * @param complete true if every part has a value and the octets are a path
     */
    public record Resolved(List<Integer> octets, List<PathSegment> segments, boolean complete) {

        /** The octets as {@code 20 04 24 01}. */
        public String hex() {
            StringBuilder hex = new StringBuilder(octets.size() * 3);
            for (int octet : octets) {
                hex.append(hex.length() > 0 ? " " : "").append(String.format("%02X", octet));
            }
            return hex.toString();
        }
    }

    public EdsPath {
        items = List.copyOf(items);
    }

    /** Reads a path; an empty text is an empty path. */
    public static EdsPath parse(String text) {
        List<Item> items = new ArrayList<>();
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        for (String part : cut.strip().split("[\\s,]+")) {
            if (!part.isEmpty()) {
                items.add(item(part));
            }
        }
        return new EdsPath(text, items);
    }

    private static Item item(String part) {
        Matcher parameter = PARAMETER.matcher(part);
        if (parameter.matches()) {
            int number = Integer.parseInt(parameter.group(2));
            return new Item(ItemKind.PARAMETER, -1,
                    new EdsReference(EdsReference.Kind.ENTRY, parameter.group(1), number,
                            -1, null, part),
                    part);
        }
        Matcher octet = OCTET.matcher(part);
        if (octet.matches()) {
            return new Item(ItemKind.OCTET, Integer.parseInt(octet.group(1), 16), EdsReference.NONE, part);
        }
        ItemKind kind = KEYWORD.matcher(part).matches() ? ItemKind.KEYWORD : ItemKind.UNKNOWN;
        return new Item(kind, -1, EdsReference.NONE, part);
    }

    /** True if nothing is written. */
    public boolean isEmpty() {
        return items.isEmpty();
    }

    /** True if some part cannot be understood. */
    public boolean malformed() {
        return items.stream().anyMatch(item -> item.kind() == ItemKind.UNKNOWN);
    }

    /** The parts that the user must give. */
    public List<String> keywords() {
        return items.stream().filter(item -> item.kind() == ItemKind.KEYWORD).map(Item::text).toList();
    }

    /** The parameters whose values are part of the path. */
    public List<EdsReference> parameters() {
        return items.stream().filter(item -> item.kind() == ItemKind.PARAMETER).map(Item::parameter).toList();
    }

    /** The path with the defaults of its parameters. */
    public Resolved resolve(EdsIndex index) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        boolean complete = !items.isEmpty();
        for (Item item : items) {
            if (item.kind() == ItemKind.OCTET) {
                octets.write(item.octet());
            } else {
                complete &= item.kind() == ItemKind.PARAMETER && append(index.parameter(item.parameter()), octets);
            }
        }
        List<PathSegment> segments = complete ? PathDecoder.decode(octets.toByteArray()) : null;
        if (segments == null) {
            return new Resolved(List.of(), List.of(), false);
        }
        byte[] bytes = octets.toByteArray();
        return new Resolved(IntStream.range(0, bytes.length).mapToObj(i -> bytes[i] & 0xFF).toList(),
                List.copyOf(segments), true);
    }

    private static boolean append(EdsParameter parameter, ByteArrayOutputStream octets) {
        Long value = parameter == null ? null : parameter.defaultValue().longValue();
        if (value == null) {
            return false;
        }
        int width = Math.max(1, Math.min(8, parameter.bits() / 8));
        for (int i = 0; i < width; i++) {
            octets.write((int) (value >> 8 * i) & 0xFF);
        }
        return true;
    }
}

package io.greenstack.descriptions.eds.recipe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import io.greenstack.core.processdata.Field;
import io.greenstack.core.processdata.Frame;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.core.processdata.Scaling;
import io.greenstack.core.processdata.TextEncoding;

/** What both kinds of snippets share: texts that are safe in source code, and fields as table rows. */
final class SnippetText {

    private SnippetText() {}

    /** A part of a program that is the same for all devices; a file beside this class. */
    static String resource(String name) {
        try (InputStream in = SnippetText.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text in double quotes, valid in Python, JavaScript and JSON. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** A text in one line, for comments. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    /** Rows {@code [key, bit offset, bits, kind, gradient, offset, unit]} of the first frame of a direction. */
    static List<String> rows(List<Frame> frames) {
        if (frames.isEmpty()) {
            return List.of();
        }
        return frames.get(0).fields().stream().filter(Field::shown).map(SnippetText::row).toList();
    }

    private static String row(Field field) {
        Scaling scaling = field.scalings().isEmpty() ? Scaling.IDENTITY : field.scalings().get(0);
        return "[" + quoted(field.key()) + ", " + field.bitOffset() + ", " + field.bitLength() + ", "
                + quoted(kind(field)) + ", " + number(scaling.gradient()) + ", " + number(scaling.offset()) + ", "
                + quoted(scaling.unit() == null ? "" : scaling.unit()) + "]";
    }

    private static String kind(Field field) {
        return switch (field.type()) {
            case BOOLEAN -> "bool";
            case INTEGER -> "int";
            case FLOAT32, FLOAT64 -> "real";
            case STRING -> field.encoding() == TextEncoding.CIP_SHORT_STRING
                    ? "string1"
                    : field.encoding() == TextEncoding.CIP_STRING ? "string2" : "octets";
            case OCTETS, TIME, TIME_SPAN -> "octets";
            default -> "uint";
        };
    }

    private static String number(BigDecimal number) {
        return number.toPlainString();
    }

    /** Octets of a direction: those of the recipe, else those of the first frame. */
    static int octets(ConnectionRecipe.Data data, List<Frame> frames) {
        Integer octets = data.size().octets();
        return octets != null ? octets : frames.isEmpty() ? 0 : frames.get(0).octets();
    }

    /** Frames that the device sends. */
    static List<Frame> in(ProcessDataLayout layout) {
        return layout == null ? List.of() : layout.in();
    }

    /** Frames that the device receives. */
    static List<Frame> out(ProcessDataLayout layout) {
        return layout == null ? List.of() : layout.out();
    }
}

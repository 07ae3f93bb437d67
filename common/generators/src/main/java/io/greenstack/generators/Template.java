package io.greenstack.generators;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places {@code {{name}}} that are filled in. */
public final class Template {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z_]+)\\}\\}");

    private final String text;

    private Template(String text) {
        this.text = text;
    }

    /** The template in a resource beside this class. */
    public static Template of(String resource) {
        try (InputStream in = Template.class.getResourceAsStream(resource)) {
            return new Template(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + resource + " cannot be read", e);
        }
    }

    /**
     * Fills in all places. What is filled in is taken as it is: the caller writes it in the language of the template.
     *
     * @throws IllegalArgumentException if a place has no text
     */
    public String fill(Map<String, String> texts) {
        Matcher places = PLACE.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (places.find()) {
            String value = texts.get(places.group(1));
            if (value == null) {
                throw new IllegalArgumentException("Nothing to fill in for " + places.group(1));
            }
            places.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return places.appendTail(filled).toString();
    }
}

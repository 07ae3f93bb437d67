package io.greenstack.descriptions.iodd.model.json;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;

import io.greenstack.descriptions.iodd.model.IoddDescription;

/**
 * Writes and reads descriptions as JSON. An element is an object: attributes and child elements by their names in snake
 * case, absent ones left out; where a place takes several kinds of elements, a child is wrapped in an object whose only
 * key is its element name. {@code _line}, {@code _lexical}, {@code _extra} and {@code _order} hold the
 * {@link io.greenstack.descriptions.iodd.model.Source}.
 */
public final class IoddJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private IoddJson() {}

    /** The description as JSON text. */
    public static String toJson(IoddDescription description) {
        StringWriter text = new StringWriter(64 << 10);
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            write(description, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Writes a description as an object. */
    public static void write(IoddDescription description, JsonGenerator json) throws IOException {
        new NodeWriter(json).write(description);
    }

    /**
     * The description of JSON text.
     *
     * @throws IllegalArgumentException if the text was not written by {@link #toJson(IoddDescription)}
     */
    public static IoddDescription fromJson(String text) {
        try (JsonParser json = FACTORY.createParser(text)) {
            json.nextToken();
            return read(json);
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("This is not the JSON form of an IODD: " + e.getMessage(), e);
        }
    }

    /** Reads a description; the parser is at the start of the object, and afterwards at its end. */
    public static IoddDescription read(JsonParser json) throws IOException {
        return new NodeReader(json).readDescription();
    }
}

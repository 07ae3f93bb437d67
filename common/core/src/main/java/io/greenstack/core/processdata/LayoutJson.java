package io.greenstack.core.processdata;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;

/**
 * Layouts as JSON, streamed. Members that hold their default are left out; members a reader does not know are skipped,
 * so that a newer writer of the same version can add some. The version only rises when old readers would decode
 * wrongly; they refuse it then.
 */
public final class LayoutJson {

    /** Version that is written, and the highest that is read. */
    public static final int VERSION = 1;

    /** Largest text that is read, in octets or characters. */
    public static final int MAX_LENGTH = 16 * 1024 * 1024;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(32).maxNumberLength(400)
                    .maxStringLength(LayoutLimits.TEXT).maxNameLength(256).build())
            .build();

    private LayoutJson() {}

    /** The layout as text. */
    public static String write(ProcessDataLayout layout) {
        StringWriter text = new StringWriter(1024);
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            write(layout, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Writes the layout as one object, for embedding in a larger text. */
    public static void write(ProcessDataLayout layout, JsonGenerator json) throws IOException {
        new LayoutWriter(json).write(layout);
    }

    /**
     * Reads what {@link #write(ProcessDataLayout)} wrote.
     *
     * @throws LayoutException naming line and column if it is not JSON or no layout, of a newer version, or larger than
     *         {@link LayoutLimits} allows
     */
    public static ProcessDataLayout read(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new LayoutException("More than " + MAX_LENGTH + " characters");
        }
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same, from UTF-8. */
    public static ProcessDataLayout read(byte[] text) {
        if (text.length > MAX_LENGTH) {
            throw new LayoutException("More than " + MAX_LENGTH + " octets");
        }
        try (JsonParser json = FACTORY.createParser(text)) {
            json.nextToken();
            ProcessDataLayout layout = new LayoutReader(json).layout();
            if (json.nextToken() != null) {
                throw new LayoutException("Something follows the layout");
            }
            return layout;
        } catch (IOException e) {
            throw new LayoutException("Not a layout: " + message(e), e);
        }
    }

    /**
     * Reads a layout within a larger text: from the parser's current token {@code START_OBJECT} to the matching end.
     *
     * @throws LayoutException if the object is no layout
     * @throws IOException if the text is not JSON
     */
    public static ProcessDataLayout read(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new LayoutException("A layout is an object");
        }
        return new LayoutReader(json).layout();
    }

    private static String message(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message.split("\n", 2)[0];
    }
}

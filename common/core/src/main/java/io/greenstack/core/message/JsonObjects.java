package io.greenstack.core.message;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;

/** Writes JSON objects, for requests and for messages of ours. */
public final class JsonObjects {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonObjects() {}

    /** Writes what is in a document, or the members of an object. */
    @FunctionalInterface
    public interface Content {

        void write(JsonGenerator json) throws IOException;
    }

    /** An object with these members. */
    public static byte[] object(Content members) {
        return document(json -> {
            json.writeStartObject();
            members.write(json);
            json.writeEndObject();
        });
    }

    /** A document. */
    public static byte[] document(Content content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            content.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /**
     * Copies a document, numbers as they are written.
     *
     * @throws PayloadException if it is no JSON
     */
    public static void copy(byte[] document, JsonGenerator json) {
        try (JsonParser in = JSON.createParser(document)) {
            in.nextToken();
            json.copyCurrentStructureExact(in);
        } catch (IOException e) {
            throw new PayloadException(RejectReason.NOT_JSON, e.getMessage());
        }
    }
}

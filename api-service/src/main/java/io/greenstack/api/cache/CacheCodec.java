package io.greenstack.api.cache;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * Values as octets: texts and octets as they are, everything else as JSON of its components, whatever annotations say of how the
 * API shows it. Long ones are compressed. The first octet says which.
 */
@Singleton
class CacheCodec {

    private static final int WORTH_COMPRESSING = 512;
    private static final byte PLAIN = 0;
    private static final byte COMPRESSED = 1;
    private static final int HEADER = 5;

    private final JsonMapper mapper = JsonMapper.builder().disable(MapperFeature.USE_ANNOTATIONS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .addModule(new JavaTimeModule()).build();

    /** Type of values, as a method declares it. */
    JavaType type(Type declared) {
        return mapper.constructType(declared);
    }

    /** Arguments of a method as a text that is another one for others. */
    String key(Object[] arguments) {
        try {
            return mapper.writeValueAsString(arguments);
        } catch (IOException e) {
            throw new UncheckedIOException("Arguments cannot be a key of the cache", e);
        }
    }

    byte[] encode(Object value) {
        byte[] plain = octets(value);
        if (plain.length < WORTH_COMPRESSING) {
            byte[] encoded = new byte[plain.length + 1];
            encoded[0] = PLAIN;
            System.arraycopy(plain, 0, encoded, 1, plain.length);
            return encoded;
        }
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(64, plain.length / 4));
            out.write(COMPRESSED);
            for (int shift = 24; shift >= 0; shift -= 8) {
                out.write(plain.length >>> shift);
            }
            deflater.setInput(plain);
            deflater.finish();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private byte[] octets(Object value) {
        if (value instanceof byte[] octets) {
            return octets;
        }
        if (value instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return mapper.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a value.
     *
     * @param longest octets it may have
     * @throws IllegalArgumentException when the octets are none of such a value
     */
    Object decode(byte[] encoded, JavaType type, long longest) {
        try {
            byte[] plain = plain(encoded, longest);
            if (type.hasRawClass(byte[].class)) {
                return plain;
            }
            return type.hasRawClass(String.class)
                    ? new String(plain, StandardCharsets.UTF_8)
                    : mapper.readValue(plain, type);
        } catch (IOException | DataFormatException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("Not a value of " + type + ": " + e.getMessage(), e);
        }
    }

    private static byte[] plain(byte[] encoded, long longest) throws DataFormatException {
        if (encoded[0] == PLAIN) {
            byte[] plain = new byte[encoded.length - 1];
            System.arraycopy(encoded, 1, plain, 0, plain.length);
            return plain;
        }
        int length = 0;
        for (int i = 1; i < HEADER; i++) {
            length = length << 8 | encoded[i] & 0xFF;
        }
        if (length < 0 || length > longest) {
            throw new IllegalArgumentException("A value of " + length + " octets");
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(encoded, HEADER, encoded.length - HEADER);
            byte[] plain = new byte[length];
            int read = 0;
            while (read < length) {
                int some = inflater.inflate(plain, read, length - read);
                if (some == 0) {
                    throw new IllegalArgumentException("A value ends after " + read + " of " + length + " octets");
                }
                read += some;
            }
            return plain;
        } finally {
            inflater.end();
        }
    }
}

package io.greenstack.api.platform;

import java.io.IOException;
import java.io.OutputStream;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A file that is written while it is made, so that it may be of any length. The worker waits for the client; one that takes too little
 * is cut off.
 *
 * @param body writes the file
 */
@Schema(type = SchemaType.STRING, format = "binary")
public record FileStream(Body body) {

    /** Writes a file. */
    @FunctionalInterface
    public interface Body {
        /**
         * Writes it.
         *
         * @param octets not to be closed
         * @throws IOException when the client is gone
         * @throws RuntimeException when it cannot be made; an answer that has begun breaks off then
         */
        void write(OutputStream octets) throws IOException;
    }
}

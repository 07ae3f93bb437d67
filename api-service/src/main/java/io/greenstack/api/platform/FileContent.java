package io.greenstack.api.platform;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The octets of a file. A type of its own, because the writer of an array of octets is chosen by what the client accepts, and a
 * browser that takes anything got a picture as JSON text.
 *
 * @param octets what is sent, as it is
 */
@Schema(type = SchemaType.STRING, format = "binary")
public record FileContent(byte[] octets) {}

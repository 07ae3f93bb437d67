package io.greenstack.api.twin;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonRawValue;

/**
 * A change of a twin.
 *
 * @param version version that it led to
 * @param changedAt when
 * @param source who: {@code device}, or {@code user:} and a name
 * @param patch what it changed: merge patches under {@code desired} and {@code reported} (null for all of it: it was deleted),
 *        reasons by JSON pointer under {@code rejected}
 */
@Schema(name = "ShadowChangeView")
record TwinChangeView(long version, Instant changedAt, String source,
        @JsonRawValue @Schema(type = SchemaType.OBJECT) String patch) {}

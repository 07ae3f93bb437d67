package io.greenstack.api.platform;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/** Spells constants in the OpenAPI document as they are in JSON. Public, because the build makes one by reflection. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class DocumentedConstants implements OASFilter {

    @Override
    public Schema filterSchema(Schema schema) {
        List<Object> constants = schema.getEnumeration();
        if (constants != null) {
            schema.setEnumeration(constants.stream()
                    .map(constant -> constant instanceof String text ? text.toLowerCase(Locale.ROOT) : constant)
                    .collect(Collectors.toList()));
        }
        return schema;
    }
}

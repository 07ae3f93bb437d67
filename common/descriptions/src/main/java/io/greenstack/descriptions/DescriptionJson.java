package io.greenstack.descriptions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Writes documents of descriptions as JSON: names in snake case, constants too. */
public final class DescriptionJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .annotationIntrospector(
                    AnnotationIntrospector.pair(new ConstantNames(), new JacksonAnnotationIntrospector()))
            .build();

    private DescriptionJson() {}

    /** A record of this library as JSON. */
    public static String write(Object document) {
        try {
            return MAPPER.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A document cannot be written as JSON: " + document.getClass(), e);
        }
    }
}

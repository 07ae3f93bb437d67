package io.greenstack.api.platform;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;

import io.greenstack.descriptions.ConstantNames;
import io.quarkus.jackson.ObjectMapperCustomizer;

/** JSON as the API speaks it: snake_case, ISO 8601 times, unknown request members refused by name, bounded nesting. */
@Singleton
class JsonSetup implements ObjectMapperCustomizer {

    private static final int MAX_NESTING = 64;

    private final HttpSettings settings;

    public JsonSetup(HttpSettings settings) {
        this.settings = settings;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        mapper.disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS.mappedFeature());
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        // Constants are told in small letters and read in any case, as those in queries are.
        mapper.setAnnotationIntrospector(AnnotationIntrospector.pair(new ConstantNames(),
                mapper.getDeserializationConfig().getAnnotationIntrospector()));
        mapper.setConfig(mapper.getDeserializationConfig().with(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS));
        mapper.getFactory().setStreamReadConstraints(
                StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_NESTING).maxDocumentLength(settings.maxBodySize().asLongValue()).build());
    }
}

package io.greenstack.core.processdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** Runs the test vectors of {@code process-data/*.json}; their README says what they mean. */
class ProcessDataVectorsTest {

    private static final List<String> FILES = List.of("integers", "scaling", "types", "labels", "conditions",
            "ethernet-ip");
    private static final JsonFactory FACTORY = new JsonFactory();

    record Vector(String name, ProcessDataLayout layout, Map<String, Object> data) {

        Direction direction() {
            return "out".equals(data.get("direction")) ? Direction.OUT : Direction.IN;
        }

        byte[] octets() {
            return HexFormat.of().parseHex(((String) data.get("hex")).replace(" ", ""));
        }

        @SuppressWarnings("unchecked")
        ParameterValues parameters() {
            Map<String, Long> values = new HashMap<>();
            ((Map<String, BigDecimal>) data.getOrDefault("parameters", Map.of()))
                    .forEach((name, value) -> values.put(name, value.longValueExact()));
            return ParameterValues.of(values);
        }

        @SuppressWarnings("unchecked")
        Map<String, Map<String, Object>> values() {
            return (Map<String, Map<String, Object>>) data.get("values");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Vector> vectors() throws IOException {
        List<Vector> vectors = new ArrayList<>();
        for (String file : FILES) {
            try (InputStream in = ProcessDataVectorsTest.class.getResourceAsStream("/process-data/" + file + ".json");
                    JsonParser json = FACTORY.createParser(in)) {
                read(file, json, vectors);
            }
        }
        return vectors;
    }

    @SuppressWarnings("unchecked")
    private static void read(String file, JsonParser json, List<Vector> vectors) throws IOException {
        Map<String, ProcessDataLayout> layouts = new HashMap<>();
        json.nextToken();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean isLayouts = "layouts".equals(json.currentName());
            json.nextToken();
            if (isLayouts) {
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String name = json.currentName();
                    json.nextToken();
                    layouts.put(name, LayoutJson.read(json));
                }
            } else {
                for (Object each : (List<Object>) JsonTree.read(json)) {
                    Map<String, Object> data = (Map<String, Object>) each;
                    ProcessDataLayout layout = layouts.get(data.get("layout"));
                    assertThat(layout).as("layout of " + data.get("name")).isNotNull();
                    vectors.add(new Vector(file + ": " + data.get("name"), layout, data));
                }
            }
        }
    }

    static Stream<Vector> good() throws IOException {
        return vectors().stream().filter(vector -> vector.data().containsKey("values"));
    }

    static Stream<Vector> bad() throws IOException {
        return vectors().stream().filter(vector -> vector.data().containsKey("error"));
    }

    static Stream<Vector> reversible() throws IOException {
        return good().filter(vector -> !Boolean.TRUE.equals(vector.data().get("one_way")));
    }

    @Test
    void everyCaseIsOneOrTheOtherAndNamedOnce() throws IOException {
        List<Vector> vectors = vectors();
        assertThat(vectors).hasSizeGreaterThan(100).extracting(Vector::name).doesNotHaveDuplicates();
        assertThat(vectors)
                .allMatch(vector -> vector.data().containsKey("values") != vector.data().containsKey("error"));
    }

    @ParameterizedTest
    @MethodSource("good")
    void decodes(Vector vector) throws IOException {
        byte[] octets = vector.octets();
        DecodedFrame frame = ProcessDataDecoder.of(vector.layout()).decode(vector.direction(), octets,
                vector.parameters());

        assertThat(octets).isEqualTo(vector.octets());
        assertThat(frame.values()).extracting(value -> value.field().key())
                .containsExactlyInAnyOrderElementsOf(vector.values().keySet());
        for (DecodedValue value : frame.values()) {
            Map<String, Object> expected = vector.values().get(value.field().key());
            assertThat(shown(value)).as(value.field().key()).isEqualTo(asDoubles(expected));
        }
    }

    @ParameterizedTest
    @MethodSource("bad")
    void refuses(Vector vector) {
        ProcessDataDecoder decoder = ProcessDataDecoder.of(vector.layout());
        DecodeException refusal = catchThrowableOfType(DecodeException.class,
                () -> decoder.decode(vector.direction(), vector.octets(), vector.parameters()));
        assertThat(refusal).isNotNull();
        assertThat(refusal.reason()).isEqualTo(vector.data().get("error"));
    }

    @ParameterizedTest
    @MethodSource("reversible")
    void encodesBack(Vector vector) {
        byte[] octets = vector.octets();
        DecodedFrame frame = ProcessDataDecoder.of(vector.layout()).decode(vector.direction(), octets,
                vector.parameters());
        Map<String, Object> values = new LinkedHashMap<>();
        for (DecodedValue value : frame.values()) {
            if (value.hasValue()) {
                values.put(value.field().key(), value.value());
            } else if (value.label() != null) {
                values.put(value.field().key(), value.status());
            }
        }
        ProcessDataEncoder encoder = ProcessDataEncoder.of(vector.layout());
        assertThat(encoder.encode(vector.direction(), values, vector.parameters(), octets)).isEqualTo(octets);
        byte[] others = octets.clone();
        for (int i = 0; i < others.length; i++) {
            others[i] = (byte) ~others[i];
        }
        byte[] encoded = encoder.encode(vector.direction(), values, vector.parameters(), others);
        assertThat(ProcessDataDecoder.of(vector.layout()).decode(vector.direction(), encoded, vector.parameters())
                .values().stream().filter(value -> values.containsKey(value.field().key())).toList())
                .isEqualTo(frame.values().stream().filter(value -> values.containsKey(value.field().key())).toList());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void layoutsSurviveJson(Vector vector) {
        assertThat(LayoutJson.read(LayoutJson.write(vector.layout()))).isEqualTo(vector.layout());
    }

    /** What a consumer sees of a value, as JSON. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> shown(DecodedValue value) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            DecodedJson.writeMembers(value, json);
            json.writeEndObject();
        }
        try (JsonParser json = FACTORY.createParser(text.toString())) {
            json.nextToken();
            Map<String, Object> members = (Map<String, Object>) JsonTree.read(json);
            assertThat(members.remove("name")).isEqualTo(value.field().name());
            return asDoubles(members);
        }
    }

    private static Map<String, Object> asDoubles(Map<String, Object> members) {
        Map<String, Object> doubles = new LinkedHashMap<>(members);
        doubles.replaceAll((name, member) -> member instanceof BigDecimal number ? number.doubleValue() : member);
        return doubles;
    }
}

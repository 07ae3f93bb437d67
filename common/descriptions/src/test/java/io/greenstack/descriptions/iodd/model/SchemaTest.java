package io.greenstack.descriptions.iodd.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.greenstack.descriptions.iodd.model.shape.IoddShapes;
import io.greenstack.descriptions.iodd.model.shape.Shape;
import io.greenstack.descriptions.iodd.model.shape.Slot;
import io.greenstack.descriptions.iodd.model.shape.TextShapes;

/** Every element and attribute of the schemas of IODD 1.0.1 and 1.1 ({@code iodd/elements.tsv}) has a place in the model. */
class SchemaTest {

    private static final Map<String, List<Shape<?>>> SHAPES = new HashMap<>();

    static {
        collect("IODevice", IoddShapes.IO_DEVICE, new HashSet<>());
        collect("ExternalTextDocument", TextShapes.EXTERNAL_TEXT_DOCUMENT, new HashSet<>());
    }

    /** An element, its attributes and its child elements. */
    record Element(String name, List<String> attributes, List<String> children) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Element> elements() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                SchemaTest.class.getResourceAsStream("/iodd/elements.tsv"), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t", -1))
                    .map(row -> new Element(row[0], words(row[1]), words(row[2]))).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("elements")
    void hasAPlaceInTheModel(Element element) {
        List<Shape<?>> shapes = SHAPES.get(element.name());

        assertThat(shapes).as(element.name()).isNotEmpty().allSatisfy(shape -> {
            assertThat(element.attributes()).allMatch(attribute -> shape.attribute(attribute) >= 0);
            assertThat(element.children()).allMatch(child -> shape.place(child) != null);
        });
    }

    private static List<String> words(String text) {
        return Stream.of(text.split("[ |]+")).filter(word -> !word.isBlank()).toList();
    }

    private static void collect(String name, Shape<?> shape, Set<String> seen) {
        if (!seen.add(name + "/" + shape.type().getSimpleName())) {
            return;
        }
        SHAPES.computeIfAbsent(name, key -> new ArrayList<>()).add(shape);
        for (Slot<?> slot : shape.slots()) {
            for (Map.Entry<String, Supplier<Shape<?>>> choice : slot.choices().entrySet()) {
                collect(choice.getKey(), choice.getValue().get(), seen);
            }
        }
    }
}

package io.greenstack.mappings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Rules that ship with the suite, for what is often published. Each is a beginning that can be copied and changed. */
public final class ReadyMappings {

    private static final List<Mapping> ALL = load();

    private ReadyMappings() {}

    /** All of them. */
    public static List<Mapping> all() {
        return ALL;
    }

    /** One of them. */
    public static Optional<Mapping> find(String name) {
        return ALL.stream().filter(mapping -> mapping.name().equals(name)).findFirst();
    }

    private static List<Mapping> load() {
        try (InputStream in = ReadyMappings.class.getResourceAsStream("ready-mappings.json")) {
            List<Mapping> mappings = new ArrayList<>();
            for (JsonNode node : new ObjectMapper().readTree(in)) {
                mappings.add(MappingJson.read(node));
            }
            return List.copyOf(mappings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

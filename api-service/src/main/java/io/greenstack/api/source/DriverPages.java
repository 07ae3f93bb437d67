package io.greenstack.api.source;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads the list of descriptions of a library, as IODDfinder writes it: {@code {"content":[...],"totalElements":1}}. */
final class DriverPages {

    private static final int LONGEST = 300;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder().streamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(16).build()).build());

    private DriverPages() {}

    /** @throws SourceException if it is no such list */
    static DescriptionLibrary.Found read(byte[] document, SourceSearch search) {
        JsonNode page;
        try {
            page = JSON.readTree(document);
        } catch (IOException e) {
            throw new SourceException(SourceException.Kind.AWAY, "source-answer",
                    "The list of the library is no JSON; something else answers at this address.");
        }
        if (page == null || !page.path("content").isArray()) {
            throw new SourceException(SourceException.Kind.AWAY, "source-answer",
                    "The list of the library has no 'content'; something else answers at this address.");
        }
        List<SourceDriver> drivers = new ArrayList<>();
        for (JsonNode entry : page.path("content")) {
            if (entry.path("vendorId").isNumber() && entry.path("deviceId").isNumber()
                    && entry.path("ioddId").isNumber()) {
                SourceDriver driver = driver(entry);
                if (search.matches(driver) && drivers.size() < search.size()) {
                    drivers.add(driver);
                }
            }
        }
        boolean narrowed = drivers.size() < page.path("content").size();
        return new DescriptionLibrary.Found(List.copyOf(drivers),
                narrowed ? drivers.size() : page.path("totalElements").asLong(drivers.size()));
    }

    private static SourceDriver driver(JsonNode entry) {
        return new SourceDriver(entry.path("vendorId").asLong(), entry.path("deviceId").asLong(),
                entry.path("ioddId").asLong(), text(entry, "vendorName"), text(entry, "productName"),
                text(entry, "productId"), text(entry, "ioLinkRev"), text(entry, "versionString"),
                text(entry, "ioddStatus"), entry.path("uploadDate").isNumber()
                        ? Instant.ofEpochMilli(entry.path("uploadDate").asLong())
                        : null);
    }

    private static String text(JsonNode entry, String name) {
        String text = entry.path(name).isValueNode() && !entry.path(name).isNull()
                ? entry.path(name).asText().replaceAll("\\p{Cntrl}", " ")
                : null;
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}

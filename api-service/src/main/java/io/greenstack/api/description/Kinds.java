package io.greenstack.api.description;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.platform.ApiException;
import io.greenstack.descriptions.DescriptionFormat;
import io.greenstack.descriptions.DescriptionFormats;

/** Reads the kind of a description out of requests. */
@ApplicationScoped
public class Kinds {

    private final DescriptionFormats formats;

    Kinds(DescriptionFormats formats) {
        this.formats = formats;
    }

    /** The kind that a {@code kind} parameter names in any letter case, null when the text is null or blank. */
    public String constant(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return formats.find(text.strip()).map(DescriptionFormat::kind)
                .orElseThrow(() -> ApiException.invalidParameter("kind",
                        "one of " + formats.all().stream().map(DescriptionFormat::path).toList() + " is needed"));
    }
}

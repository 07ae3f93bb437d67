package io.greenstack.api.description;

import java.util.List;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.greenstack.descriptions.DescriptionFormat;
import io.greenstack.descriptions.DescriptionFormats;
import io.quarkus.arc.All;

/**
 * The formats of device descriptions that this service knows. One more is one more bean, in a package with all that the service
 * has for it; the most general one has the highest priority.
 */
final class Formats {

    @Produces
    @Singleton
    DescriptionFormats all(@All List<DescriptionFormat> formats) {
        return new DescriptionFormats(formats);
    }
}

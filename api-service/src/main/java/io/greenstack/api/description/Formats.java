package io.greenstack.api.description;

import java.util.List;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.greenstack.descriptions.DescriptionFormat;
import io.greenstack.descriptions.DescriptionFormats;
import io.greenstack.descriptions.eds.EdsFormat;
import io.greenstack.descriptions.iodd.IoddFormat;
import io.quarkus.arc.All;

/** The formats of device descriptions that this service knows. One more is one more bean; the most general has the highest priority. */
final class Formats {

    @Produces
    @Singleton
    DescriptionFormats all(@All List<DescriptionFormat> formats) {
        return new DescriptionFormats(formats);
    }

    @Produces
    @Singleton
    @Priority(200)
    DescriptionFormat iodd() {
        return new IoddFormat();
    }

    @Produces
    @Singleton
    @Priority(100)
    DescriptionFormat eds() {
        return new EdsFormat();
    }
}

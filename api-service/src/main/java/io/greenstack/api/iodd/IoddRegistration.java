package io.greenstack.api.iodd;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.greenstack.descriptions.DescriptionFormat;
import io.greenstack.descriptions.iodd.IoddFormat;

/** Makes the service take IODDs; the most general format, because it takes all XML files. */
final class IoddRegistration {

    @Produces
    @Singleton
    @Priority(200)
    DescriptionFormat format() {
        return new IoddFormat();
    }
}

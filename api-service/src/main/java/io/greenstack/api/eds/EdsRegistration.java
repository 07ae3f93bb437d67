package io.greenstack.api.eds;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.greenstack.descriptions.DescriptionFormat;
import io.greenstack.descriptions.eds.EdsFormat;

/** Makes the service take EDS files. */
final class EdsRegistration {

    @Produces
    @Singleton
    @Priority(100)
    DescriptionFormat format() {
        return new EdsFormat();
    }
}

package io.greenstack.api.device;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.greenstack.api.cache.CacheTags;

/** Makes what the cache has of devices invalid when they change; that one was heard of says who notes it. */
@ApplicationScoped
class DeviceInvalidation {

    private final CacheTags cache;

    DeviceInvalidation(CacheTags cache) {
        this.cache = cache;
    }

    void onChanged(@Observes DeviceEvents.Changed event) {
        cache.devicesChange(event.deviceIds());
    }

    void onDeleted(@Observes DeviceEvents.Deleted event) {
        cache.devicesChange(event.deviceIds());
    }
}

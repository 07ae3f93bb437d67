package io.greenstack.api.device;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.greenstack.api.cache.CacheNamespace;
import io.greenstack.api.cache.Cached;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;

/** Devices as they are stored. What only the clock says of them, such as that one fell silent, may be over already. */
@ApplicationScoped
class DeviceReads {

    private final DeviceRepository devices;
    private final DeviceViewer viewer;

    DeviceReads(DeviceRepository devices, DeviceViewer viewer) {
        this.devices = devices;
        this.viewer = viewer;
    }

    /** A device; 404 when it is not registered. */
    @Cached(namespace = CacheNamespace.DEVICE_DETAILS, tags = "device:{0}")
    @Transactional
    DeviceView get(String id) {
        return viewer.view(devices.findByIdOptional(id).orElseThrow(() -> ApiException.unknownDevice(id)));
    }

    /** One page of the registry; of a filter that asks the clock, see {@link #listNow}. */
    @Cached(namespace = CacheNamespace.DEVICE_LISTS)
    @Transactional
    Page<DeviceView> list(DeviceFilter filter, String sort, PageRequest page) {
        return listNow(filter, sort, page);
    }

    /** One page of the registry, of whatever filter. */
    @Transactional
    Page<DeviceView> listNow(DeviceFilter filter, String sort, PageRequest page) {
        return viewer.views(devices.page(filter, viewer.silentBefore(), sort, page));
    }
}

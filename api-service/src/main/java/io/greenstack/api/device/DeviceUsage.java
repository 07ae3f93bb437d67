package io.greenstack.api.device;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.greenstack.api.description.ReleaseService.DescriptionUse;

/** Which devices are bound to a description. */
@ApplicationScoped
class DeviceUsage implements DescriptionUse {

    private final DeviceRepository devices;

    DeviceUsage(DeviceRepository devices) {
        this.devices = devices;
    }

    @Override
    @Transactional
    public Map<Long, Users> of(Collection<Long> descriptionIds, int named) {
        Map<Long, Users> users = new HashMap<>();
        for (Object[] row : devices.countBoundTo(descriptionIds)) {
            users.put((Long) row[0], new Users((Long) row[1], (Long) row[2], List.of()));
        }
        users.replaceAll((id, counted) -> new Users(counted.count(), counted.automatic(),
                new ArrayList<>(devices.idsBoundTo(id, named))));
        return users;
    }
}

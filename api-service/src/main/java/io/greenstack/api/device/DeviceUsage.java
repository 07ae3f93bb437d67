package io.greenstack.api.device;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Which devices are bound to a description. */
@ApplicationScoped
public class DeviceUsage {

    private final DeviceRepository devices;

    @Inject
    public DeviceUsage(DeviceRepository devices) {
        this.devices = devices;
    }

    /**
     * The users of a description.
     *
     * @param count how many devices are bound to it
     * @param automatic how many of them follow the newest release; the others are pinned
     * @param deviceIds the first of them by id
     */
    public record Users(long count, long automatic, List<String> deviceIds) {

        /** Nobody. */
        public static final Users NONE = new Users(0, 0, List.of());

        public Users {
            deviceIds = List.copyOf(deviceIds);
        }
    }

    /**
     * The users of some descriptions; those without any are left out.
     *
     * @param named how many devices of each are named
     */
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

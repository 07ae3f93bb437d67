package io.greenstack.api.description;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Tells which devices use a description; the device registry answers. */
public interface DescriptionUse {

    /**
     * The users of some descriptions; those without any are left out.
     *
     * @param named how many devices of each are named
     */
    Map<Long, Users> of(Collection<Long> descriptionIds, int named);

    /**
     * The users of a description.
     *
     * @param count how many devices are bound to it
     * @param automatic how many of them follow the newest release; the others are pinned
     * @param deviceIds the first of them by id
     */
    record Users(long count, long automatic, List<String> deviceIds) {

        static final Users NONE = new Users(0, 0, List.of());

        public Users {
            deviceIds = List.copyOf(deviceIds);
        }
    }
}

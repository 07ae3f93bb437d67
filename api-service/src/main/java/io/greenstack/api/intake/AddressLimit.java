package io.greenstack.api.intake;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many bodies of one address are taken in at once. */
final class AddressLimit {

    private final int most;
    private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();

    AddressLimit(int most) {
        this.most = most;
    }

    /** Takes a place, to be given back by {@link #leave}; false if the address has all that it may have. */
    boolean enter(String address) {
        if (byAddress.merge(address, 1, Integer::sum) <= most) {
            return true;
        }
        leave(address);
        return false;
    }

    void leave(String address) {
        byAddress.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
    }
}

package io.greenstack.api.device;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.description.DescriptionService;
import io.greenstack.descriptions.DescriptionFormat;
import io.greenstack.descriptions.DescriptionFormats;
import io.greenstack.descriptions.Release;

/**
 * Finds the description for a device. Vendor id and device id are not unique in the field, so product id and revision narrow
 * the choice; where descriptions of two vendors remain, none is taken, because decoding with the wrong layout is worse than
 * not decoding.
 */
@ApplicationScoped
class Candidates {

    private final DescriptionService descriptions;
    private final DescriptionFormats formats;

    public Candidates(DescriptionService descriptions, DescriptionFormats formats) {
        this.descriptions = descriptions;
        this.formats = formats;
    }

    /** The newest description that fits, empty when none does or the choice is not clear. */
    Optional<Long> best(DeviceIdentity identity) {
        return best(identity, -1);
    }

    /** As {@link #best(DeviceIdentity)}, but never the one with the given id. */
    Optional<Long> best(DeviceIdentity identity, long except) {
        if (!identity.matchable()) {
            return Optional.empty();
        }
        return choose(formats.of(identity.kind()), identity,
                descriptions.releases(identity.kind(), identity.vendorId(), identity.deviceId()).stream()
                        .filter(match -> match.id() != except).toList());
    }

    /** Chooses among matches that come newest first. */
    static Optional<Long> choose(DescriptionFormat format, DeviceIdentity identity, List<Release> newestFirst) {
        List<Release> fitting = newestFirst;
        if (identity.productId() != null) {
            fitting = prefer(fitting, match -> match.productIds().stream()
                    .anyMatch(id -> id.strip().equalsIgnoreCase(identity.productId().strip())));
        }
        fitting = format.fitting(fitting, identity.revision());
        long vendors = fitting.stream().map(Release::vendorKey).distinct().count();
        return vendors == 1 ? Optional.of(fitting.get(0).id()) : Optional.empty();
    }

    private static List<Release> prefer(List<Release> matches, Predicate<Release> wish) {
        List<Release> narrowed = matches.stream().filter(wish).toList();
        return narrowed.isEmpty() ? matches : narrowed;
    }
}

package io.greenstack.api.device;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.greenstack.api.description.DescriptionKind;
import io.greenstack.api.description.DescriptionMatch;
import io.greenstack.api.description.DescriptionService;

/**
 * Finds the description for a device. Vendor id and device id are not unique in the field, so product id and revision narrow
 * the choice; where descriptions of two vendors remain, none is taken, because decoding with the wrong layout is worse than
 * not decoding.
 */
@ApplicationScoped
public class Candidates {

    private final DescriptionService descriptions;

    @Inject
    public Candidates(DescriptionService descriptions) {
        this.descriptions = descriptions;
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
        return choose(identity,
                descriptions.matching(identity.kind(), identity.vendorId(), identity.deviceId()).stream()
                        .filter(match -> match.id() != except).toList());
    }

    /** Chooses among matches that come newest first. */
    static Optional<Long> choose(DeviceIdentity identity, List<DescriptionMatch> newestFirst) {
        List<DescriptionMatch> fitting = newestFirst;
        if (identity.productId() != null) {
            fitting = prefer(fitting, match -> match.productIds().stream()
                    .anyMatch(id -> id.strip().equalsIgnoreCase(identity.productId().strip())));
        }
        if (identity.kind() == DescriptionKind.EDS && identity.revision() != null) {
            fitting = prefer(sameMajor(fitting, identity.revision()),
                    match -> identity.revision().equals(match.revision()));
        }
        long vendors = fitting.stream()
                .map(match -> match.vendorName() == null ? "" : match.vendorName().strip().toLowerCase(Locale.ROOT))
                .distinct().count();
        return vendors == 1 ? Optional.of(fitting.get(0).id()) : Optional.empty();
    }

    private static List<DescriptionMatch> sameMajor(List<DescriptionMatch> matches, String revision) {
        String major = major(revision);
        return matches.stream().filter(match -> match.revision() == null || major(match.revision()).equals(major))
                .toList();
    }

    private static String major(String revision) {
        int dot = revision.indexOf('.');
        return dot < 0 ? revision : revision.substring(0, dot);
    }

    private static List<DescriptionMatch> prefer(List<DescriptionMatch> matches, Predicate<DescriptionMatch> wish) {
        List<DescriptionMatch> narrowed = matches.stream().filter(wish).toList();
        return narrowed.isEmpty() ? matches : narrowed;
    }
}

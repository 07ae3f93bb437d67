package io.greenstack.api.description;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.greenstack.api.platform.ApiException;
import io.greenstack.descriptions.DescriptionFormats;
import io.greenstack.descriptions.Release;

/** Releases of a device's description, newest first: which there are, and which devices use which. */
@ApplicationScoped
public class ReleaseService {

    private static final int NAMED_DEVICES = 20;

    private final DescriptionService descriptions;
    private final DescriptionUse usage;
    private final DescriptionFormats formats;

    @Inject
    ReleaseService(DescriptionService descriptions, DescriptionUse usage, DescriptionFormats formats) {
        this.descriptions = descriptions;
        this.usage = usage;
        this.formats = formats;
    }

    /**
     * A release with what lists say of it.
     *
     * @param variantOf the first description of the same release, null if this is it
     * @param newest whether devices that are bound automatically get this one
     */
    public record Listed(Release release, DescriptionSummary summary, Long variantOf, boolean newest,
            DescriptionUse.Users users) {}

    /**
     * The releases of the device that a description is made for, this one included, newest first.
     *
     * @param kind kind the description must have, null = any
     * @throws ApiException 404 when there is no such description
     */
    @Transactional
    public List<ReleaseView> of(long id, String kind) {
        DescriptionSummary own = descriptions.summary(id, kind);
        List<Release> all = descriptions.releases(own.kind(), own.vendorId(), own.deviceId());
        Release self = all.stream().filter(release -> release.id() == id).findFirst()
                .orElseThrow(() -> ApiException.unknownDescription(id));
        return list(own.kind(), all.stream().filter(self::sameVendor).toList()).stream().map(ReleaseView::of).toList();
    }

    /** The releases for an identity, of whatever vendor, newest first. */
    @Transactional
    public List<Listed> of(String kind, long vendorId, long deviceId) {
        return list(kind, descriptions.releases(kind, vendorId, deviceId));
    }

    private List<Listed> list(String kind, List<Release> newestFirst) {
        Comparator<Release> age = formats.of(kind).age();
        List<Long> ids = newestFirst.stream().map(Release::id).toList();
        Map<Long, DescriptionSummary> summaries = descriptions.summaries(ids);
        Map<Long, DescriptionUse.Users> users = ids.isEmpty() ? Map.of() : usage.of(ids, NAMED_DEVICES);
        List<Listed> listed = new ArrayList<>();
        Release first = null;
        for (Release release : newestFirst) {
            if (first == null || age.compare(first, release) != 0) {
                first = release;
            }
            listed.add(new Listed(release, summaries.get(release.id()), first == release ? null : first.id(),
                    listed.isEmpty(), users.getOrDefault(release.id(), DescriptionUse.Users.NONE)));
        }
        return listed;
    }
}

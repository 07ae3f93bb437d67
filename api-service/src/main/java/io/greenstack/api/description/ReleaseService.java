package io.greenstack.api.description;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.greenstack.api.platform.ApiException;
import io.greenstack.descriptions.DescriptionFormats;
import io.greenstack.descriptions.Release;
import io.greenstack.descriptions.Sparse;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Releases of a device's description, newest first: which there are, and which devices use which. */
@ApplicationScoped
public class ReleaseService {

    private static final int NAMED_DEVICES = 20;

    private final DescriptionService descriptions;
    private final DescriptionUse usage;
    private final DescriptionFormats formats;

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

    /**
     * A release of a description.
     *
     * @param id catalog id
     * @param productName product
     * @param formatVersion version of the format (IODD)
     * @param documentVersion version of the file as its vendor counts
     * @param revision {@code major.minor} of the device (EDS)
     * @param releaseDate release date
     * @param fileName name of the main file
     * @param checksum SHA-256 of the main file
     * @param importDate when it was imported
     * @param newest whether devices that are bound automatically get this one; exactly one of the list is the newest
     * @param variantOf the first description of the same release, absent if this is it; the two differ in content
     * @param deviceCount devices that are bound to it
     * @param automaticCount those of them that follow the newest release; the others are pinned
     * @param devices the first devices that are bound to it
     */
    @RegisterForReflection
    public record ReleaseView(long id, String productName, String formatVersion, String documentVersion,
            String revision,
            LocalDate releaseDate, String fileName, String checksum, Instant importDate, boolean newest, Long variantOf,
            long deviceCount, long automaticCount, List<String> devices) implements Sparse {

        static ReleaseView of(ReleaseService.Listed one) {
            DescriptionSummary summary = one.summary();
            return new ReleaseView(summary.id(), summary.productName(), summary.formatVersion(), summary.fileVersion(),
                    one.release().revision(), summary.releaseDate(), summary.fileName(), summary.sha256(),
                    summary.importedAt(), one.newest(), one.variantOf(), one.users().count(), one.users().automatic(),
                    one.users().deviceIds());
        }
    }

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
}

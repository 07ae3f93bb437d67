package io.greenstack.api.releases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.greenstack.api.description.DescriptionKind;
import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.api.description.Release;
import io.greenstack.api.device.DeviceUsage;
import io.greenstack.api.platform.ApiException;

/** Lists releases, newest first. */
@ApplicationScoped
public class ReleaseService {

    private static final int NAMED_DEVICES = 20;

    private final DescriptionService descriptions;
    private final DeviceUsage usage;
    private final ObjectMapper json;

    @Inject
    public ReleaseService(DescriptionService descriptions, DeviceUsage usage, ObjectMapper json) {
        this.descriptions = descriptions;
        this.usage = usage;
        this.json = json;
    }

    /** A release with what the list says of it. */
    private record Listed(Release release, DescriptionSummary summary, Long variantOf, boolean newest,
            DeviceUsage.Users users) {}

    /**
     * The releases of the device that a description is made for, this one included, newest first.
     *
     * @param kind kind the description must have, null = any
     * @throws ApiException 404 when there is no such description
     */
    @Transactional
    public List<ReleaseView> of(long id, DescriptionKind kind) {
        DescriptionSummary own = descriptions.summary(id, kind);
        List<Release> all = descriptions.releases(own.kind(), own.vendorId(), own.deviceId());
        Release self = all.stream().filter(release -> release.id() == id).findFirst()
                .orElseThrow(() -> ApiException.unknownDescription(id));
        return list(all.stream().filter(self::sameVendor).toList()).stream()
                .map(one -> ReleaseView.of(one.summary(), one.release().revision(), one.newest(), one.variantOf(),
                        one.users()))
                .toList();
    }

    /**
     * The revisions of an EtherNet/IP device, newest first.
     *
     * @throws ApiException 404 when the catalog has no EDS file for it
     */
    @Transactional
    public List<EdsRevision> revisions(long vendorCode, long productCode) {
        List<Listed> listed = list(descriptions.releases(DescriptionKind.EDS, vendorCode, productCode));
        if (listed.isEmpty()) {
            throw ApiException.notFound("The catalog has no EDS file for vendor code " + vendorCode
                    + " and product code " + productCode + ".");
        }
        return listed.stream().map(this::revision).toList();
    }

    private List<Listed> list(List<Release> newestFirst) {
        List<Long> ids = newestFirst.stream().map(Release::id).toList();
        Map<Long, DescriptionSummary> summaries = descriptions.summaries(ids);
        Map<Long, DeviceUsage.Users> users = ids.isEmpty() ? Map.of() : usage.of(ids, NAMED_DEVICES);
        List<Listed> listed = new ArrayList<>();
        Release first = null;
        for (Release release : newestFirst) {
            if (first == null || first.compareAge(release) != 0) {
                first = release;
            }
            listed.add(new Listed(release, summaries.get(release.id()), first == release ? null : first.id(),
                    listed.isEmpty(), users.getOrDefault(release.id(), DeviceUsage.Users.NONE)));
        }
        return listed;
    }

    private EdsRevision revision(Listed one) {
        DescriptionSummary file = one.summary();
        String catalog = text(member(file.id(), "catalog_number"));
        String label = one.variantOf() == null ? "Standard" : catalog == null ? file.fileName() : catalog;
        JsonNode assemblies = member(file.id(), "assemblies");
        return new EdsRevision(file.id(), file.vendorId(), file.vendorName(), file.deviceId(), file.productName(),
                catalog, file.majorRevision(), file.minorRevision(), file.importedAt(), file.releaseDate(),
                text(member(file.id(), "description")),
                one.release().revision() == null ? null : "v" + one.release().revision(), label, one.variantOf(),
                assemblies == null ? 0 : assemblies.size(), one.newest(), one.users().count(),
                one.users().deviceIds(), file.fileName());
    }

    private JsonNode member(long id, String member) {
        return descriptions.detailMember(id, DescriptionKind.EDS, member).map(text -> {
            try {
                return json.readTree(text);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("A stored document is no JSON", e);
            }
        }).orElse(null);
    }

    private static String text(JsonNode node) {
        return node == null ? null : node.textValue();
    }
}

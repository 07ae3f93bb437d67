package io.greenstack.api.eds;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.greenstack.api.cache.CacheNamespace;
import io.greenstack.api.cache.Cached;
import io.greenstack.api.description.DescriptionFilter;
import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.api.description.LongDetails;
import io.greenstack.api.description.OpenDescriptions;
import io.greenstack.api.description.ReleaseService;
import io.greenstack.api.description.StoredFile;
import io.greenstack.api.eds.EdsRow.EdsSummary;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.JsonText;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.api.platform.PartQuery;
import io.greenstack.descriptions.Sparse;
import io.greenstack.descriptions.eds.EdsFormat;
import io.greenstack.descriptions.eds.OpenEds;
import io.greenstack.descriptions.eds.compare.EdsComparer;
import io.greenstack.descriptions.eds.compare.EdsComparer.EdsComparison;
import io.greenstack.descriptions.eds.model.EdsFile;
import io.greenstack.descriptions.eds.view.EdsDetail;
import io.greenstack.descriptions.eds.view.IconType;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The EDS view of the catalog: lists, groups, details, revisions, comparisons and exports. */
@ApplicationScoped
public class EdsService {

    /** Catalog number of a description, as a column of a statement. */
    public static final String CATALOG_NUMBER = EdsMembers.text(EdsMembers.CATALOG_NUMBER);

    private static final String PATH = "/api/eds/";

    private final DescriptionService descriptions;
    private final ReleaseService releases;
    private final EdsRowRepository rows;
    private final OpenDescriptions open;
    private final JsonText json;

    EdsService(DescriptionService descriptions, ReleaseService releases, EdsRowRepository rows, OpenDescriptions open,
            JsonText json) {
        this.descriptions = descriptions;
        this.releases = releases;
        this.rows = rows;
        this.open = open;
        this.json = json;
    }

    /** Summary; 404 when there is no such EDS. */
    EdsSummary entry(long id) {
        return EdsSummary.of(descriptions.summary(id, EdsFormat.KIND));
    }

    /** Changes whenever anything that is shown of an EDS would; 404 when there is no such EDS. */
    String tag(long id) {
        return descriptions.tag(descriptions.summary(id, EdsFormat.KIND));
    }

    /** An EDS that is in use; 404 when there is no such EDS. */
    OpenEds open(long id) {
        return (OpenEds) open.of(descriptions.summary(id, EdsFormat.KIND));
    }

    /** Detail as JSON, of unusually many parameters the first ones. */
    @Cached(namespace = CacheNamespace.EDS_DETAILS, tags = "description:{0}")
    String detail(long id) {
        DescriptionSummary summary = descriptions.summary(id, EdsFormat.KIND);
        OpenEds eds = (OpenEds) open.of(summary);
        String detail = json.write(new WholeDetail(EdsSummary.of(summary), eds.detail(PartQuery.MOST)));
        return eds.reading().model().parameters().size() <= PartQuery.MOST
                ? detail
                : JsonText.join(detail, json.write(LongDetails.next(summary, PATH)));
    }

    /** What the catalog knows of a file, and what the file says. */
    @RegisterForReflection
    @Schema(name = "EdsWhole")
    record WholeDetail(@JsonUnwrapped EdsSummary summary, @JsonUnwrapped EdsDetail detail) {}

    /** Catalog number, null if it has none. */
    public String catalogNumber(long id) {
        return rows.extras(List.of(id)).get(id).catalogNumber();
    }

    /** The file itself. */
    StoredFile file(long id) {
        return descriptions.mainFile(id, EdsFormat.KIND);
    }

    /** One page of EDS files. */
    @Cached(namespace = CacheNamespace.EDS_LISTS)
    @Transactional
    Page<EdsRow> list(DescriptionFilter filter, String sort, PageRequest page) {
        Page<DescriptionSummary> found = descriptions.list(filter, sort, page);
        Map<Long, EdsRowRepository.Extra> extras = rows.extras(found.items().stream().map(DescriptionSummary::id)
                .toList());
        return new Page<>(found.items().stream().map(one -> row(one, extras.get(one.id()))).toList(), found.total(),
                page);
    }

    /** One page of groups, each with its newest file. */
    @Cached(namespace = CacheNamespace.EDS_LISTS)
    @Transactional
    Page<EdsGroupRow> grouped(EdsGrouping grouping, PageRequest page) {
        Page<EdsRowRepository.Group> groups = rows.groups(grouping, page);
        List<Long> ids = groups.items().stream().map(EdsRowRepository.Group::id).toList();
        Map<Long, DescriptionSummary> summaries = descriptions.summaries(ids);
        Map<Long, EdsRowRepository.Extra> extras = rows.extras(ids);
        List<EdsGroupRow> items = groups.items().stream().map(group -> {
            EdsRowRepository.Extra extra = extras.get(group.id());
            List<String> features = extra.features();
            return new EdsGroupRow(row(summaries.get(group.id()), extra),
                    grouping == EdsGrouping.DEVICE ? (Integer) group.revisions() : null,
                    features.isEmpty() ? "Standard" : String.join(", ", features), extra.assemblies(), features,
                    String.join("+", features));
        }).toList();
        return new Page<>(items, groups.total(), page);
    }

    private static EdsRow row(DescriptionSummary summary, EdsRowRepository.Extra extra) {
        return new EdsRow(EdsSummary.of(summary), extra.productType(), extra.productTypeStr(), extra.catalogNumber(),
                extra.description(), extra.homeUrl(), new EdsRow.Counts(extra.infos(), extra.warnings(),
                        extra.errors(), 0, extra.warnings() + extra.errors() > 0));
    }

    /** Each file compared with the one before it; 404 when one is not there. */
    List<EdsComparison> compare(List<Long> ids) {
        List<EdsComparison> comparisons = new ArrayList<>();
        for (int i = 1; i < ids.size(); i++) {
            long from = ids.get(i - 1);
            long to = ids.get(i);
            comparisons.add(EdsComparer.compare(from, open(from).reading().model(), to, open(to).reading().model()));
        }
        return comparisons;
    }

    /** The file, its icon and {@code metadata.json}, which is the detail. */
    byte[] zip(long id) {
        StoredFile file = file(id);
        Optional<EdsIcon> icon = EdsIcon.of(open(id).reading().model());
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(octets)) {
            put(zip, file.summary().name().replaceAll(".*[/\\\\]", ""), file.content());
            if (icon.isPresent()) {
                put(zip, "icon." + icon.get().type().extension(), icon.get().content());
            }
            zip.putNextEntry(new ZipEntry("metadata.json"));
            json.write(new WholeDetail(entry(id), open(id).detail(Integer.MAX_VALUE)), zip);
            zip.closeEntry();
        } catch (IOException e) {
            throw new IllegalStateException("A ZIP cannot be written in memory", e);
        }
        return octets.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /**
     * The revisions of an EtherNet/IP device, newest first.
     *
     * @throws ApiException 404 when the catalog has no EDS file for it
     */
    @Transactional
    List<EdsRevisionView> revisions(long vendorCode, long productCode) {
        List<ReleaseService.Listed> listed = releases.of(EdsFormat.KIND, vendorCode, productCode);
        if (listed.isEmpty()) {
            throw ApiException.notFound("The catalog has no EDS file for vendor code " + vendorCode
                    + " and product code " + productCode + ".");
        }
        Map<Long, EdsRowRepository.Extra> extras = rows.extras(listed.stream().map(one -> one.summary().id()).toList());
        return listed.stream().map(one -> EdsRevisionView.of(one, extras.get(one.summary().id()))).toList();
    }

    /**
     * A revision of an EtherNet/IP device, as an EDS file describes it.
     *
     * @param id catalog id
     * @param catalogNumber catalog number, absent if the file has none
     * @param modDate date of the file
     * @param description text of the file
     * @param revisionString {@code vX.Y}, absent if the file has no revision
     * @param variantLabel {@code Standard} for the first file of a revision; further ones are named by their catalog number, else
     *        their file
     * @param variantOf the first file of the same revision, absent if this is it
     * @param assemblyCount assemblies in the file
     * @param newest whether devices that are bound automatically, and name no revision, get this one
     * @param deviceCount devices that are bound to it
     * @param devices the first of them
     */
    @RegisterForReflection
    @Schema(name = "EdsRevision1")
    record EdsRevisionView(long id, long vendorCode, String vendorName, long productCode, String productName,
            String catalogNumber, Integer majorRevision, Integer minorRevision, Instant importDate, LocalDate modDate,
            String description, String revisionString, String variantLabel, Long variantOf, int assemblyCount,
            boolean newest, long deviceCount, List<String> devices, String fileName) implements Sparse {

        static EdsRevisionView of(ReleaseService.Listed one, EdsRowRepository.Extra extra) {
            DescriptionSummary file = one.summary();
            String catalog = extra.catalogNumber();
            String label = one.variantOf() == null ? "Standard" : catalog == null ? file.fileName() : catalog;
            String revision = one.release().revision();
            return new EdsRevisionView(file.id(), file.vendorId(), file.vendorName(), file.deviceId(),
                    file.productName(),
                    catalog, file.majorRevision(), file.minorRevision(), file.importedAt(), file.releaseDate(),
                    extra.description(), revision == null ? null : "v" + revision, label, one.variantOf(),
                    extra.assemblies(), one.newest(), one.users().count(), one.users().deviceIds(), file.fileName());
        }
    }

    /**
     * An EDS that stands for its group.
     *
     * @param row the file
     * @param revisionCount number of revisions of the device, absent where the group is one revision
     * @param variantLabel the features in words, {@code Standard} without any
     * @param assemblyCount number of assemblies
     * @param features what the device can beyond plain I/O, for example {@code DLR}
     * @param featureSet the same as one text to compare by
     */
    @RegisterForReflection
    record EdsGroupRow(@JsonUnwrapped EdsRow row, Integer revisionCount, String variantLabel, int assemblyCount,
            List<String> features, String featureSet) implements Sparse {}

    /** The icon that a file embeds. */
    record EdsIcon(IconType type, byte[] content) {

        /** The icon of a file, empty if it has none or none that can be shown. */
        static Optional<EdsIcon> of(EdsFile file) {
            byte[] octets = file.device().icon();
            return IconType.of(octets).map(type -> new EdsIcon(type, octets));
        }
    }
}

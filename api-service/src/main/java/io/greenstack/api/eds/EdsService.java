package io.greenstack.api.eds;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.greenstack.api.description.DescriptionFilter;
import io.greenstack.api.description.DescriptionKind;
import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.api.description.ReleaseService;
import io.greenstack.api.description.StoredFile;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.JsonText;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.descriptions.eds.compare.EdsComparer;
import io.greenstack.descriptions.eds.compare.EdsComparison;
import io.greenstack.descriptions.eds.layout.EdsLayoutCompiler;
import io.greenstack.descriptions.eds.model.EdsConnection;
import io.greenstack.descriptions.eds.model.EdsFile;
import io.greenstack.descriptions.eds.view.EdsViews;

/** The EDS view of the catalog: lists, groups, details, revisions, comparisons and exports. */
@ApplicationScoped
class EdsService {

    private static final String VIEW_VERSION = "2-";

    private final DescriptionService descriptions;
    private final ReleaseService releases;
    private final EdsRowRepository rows;
    private final EdsModels models;
    private final JsonText json;

    @Inject
    EdsService(DescriptionService descriptions, ReleaseService releases, EdsRowRepository rows, EdsModels models,
            JsonText json) {
        this.descriptions = descriptions;
        this.releases = releases;
        this.rows = rows;
        this.models = models;
        this.json = json;
    }

    /** Summary; 404 when there is no such EDS. */
    EdsEntry entry(long id) {
        return EdsEntry.of(descriptions.summary(id, DescriptionKind.EDS));
    }

    /** Changes with the file and with what this version shows of it. */
    static String version(EdsEntry entry) {
        return VIEW_VERSION + entry.checksum();
    }

    /** Whole detail as JSON. */
    String detail(long id) {
        EdsFile file = models.reading(id).model();
        Integer connection = new EdsLayoutCompiler(file).defaultConnection().map(EdsConnection::number).orElse(null);
        return JsonText.join(json.write(entry(id)), json.write(EdsViews.of(file, connection)));
    }

    /** The file itself. */
    StoredFile file(long id) {
        return descriptions.mainFile(id, DescriptionKind.EDS);
    }

    /** One page of EDS files. */
    @Transactional
    Page<EdsRow> list(DescriptionFilter filter, String sort, PageRequest page) {
        Page<DescriptionSummary> found = descriptions.list(filter, sort, page);
        Map<Long, EdsRowRepository.Extra> extras = rows.extras(found.items().stream().map(DescriptionSummary::id)
                .toList());
        return new Page<>(found.items().stream().map(one -> row(one, extras.get(one.id()))).toList(), found.total(),
                page);
    }

    /** One page of groups, each with its newest file. */
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
        return new EdsRow(EdsEntry.of(summary), extra.productType(), extra.productTypeStr(), extra.catalogNumber(),
                extra.description(), extra.homeUrl(), new EdsRow.Counts(extra.infos(), extra.warnings(),
                        extra.errors(), 0, extra.warnings() + extra.errors() > 0));
    }

    /** Each file compared with the one before it; 404 when one is not there. */
    List<EdsComparison> compare(List<Long> ids) {
        List<EdsComparison> comparisons = new ArrayList<>();
        for (int i = 1; i < ids.size(); i++) {
            long from = ids.get(i - 1);
            long to = ids.get(i);
            comparisons.add(EdsComparer.compare(from, models.reading(from).model(), to, models.reading(to).model()));
        }
        return comparisons;
    }

    /** The file, its icon and {@code metadata.json}, which is the detail. */
    byte[] zip(long id) {
        StoredFile file = file(id);
        Optional<EdsIcon> icon = EdsIcon.of(models.reading(id).model());
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(octets)) {
            put(zip, file.summary().name().replaceAll(".*[/\\\\]", ""), file.content());
            if (icon.isPresent()) {
                put(zip, "icon." + icon.get().type().extension(), icon.get().content());
            }
            put(zip, "metadata.json", detail(id).getBytes(StandardCharsets.UTF_8));
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
        List<ReleaseService.Listed> listed = releases.of(DescriptionKind.EDS, vendorCode, productCode);
        if (listed.isEmpty()) {
            throw ApiException.notFound("The catalog has no EDS file for vendor code " + vendorCode
                    + " and product code " + productCode + ".");
        }
        Map<Long, EdsRowRepository.Extra> extras = rows.extras(listed.stream().map(one -> one.summary().id()).toList());
        return listed.stream().map(one -> EdsRevisionView.of(one, extras.get(one.summary().id()))).toList();
    }
}

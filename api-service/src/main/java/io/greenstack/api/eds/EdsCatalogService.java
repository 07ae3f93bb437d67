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
import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.api.description.StoredFile;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.descriptions.eds.compare.EdsComparer;
import io.greenstack.descriptions.eds.compare.EdsComparison;

/** Lists, groups, comparisons and exports of EDS files. */
@ApplicationScoped
public class EdsCatalogService {

    private final DescriptionService descriptions;
    private final EdsRowRepository rows;
    private final EdsModels models;
    private final EdsService service;

    @Inject
    public EdsCatalogService(DescriptionService descriptions, EdsRowRepository rows, EdsModels models,
            EdsService service) {
        this.descriptions = descriptions;
        this.rows = rows;
        this.models = models;
        this.service = service;
    }

    /** One page of EDS files. */
    @Transactional
    public Page<EdsRow> list(DescriptionFilter filter, String sort, PageRequest page) {
        Page<DescriptionSummary> found = descriptions.list(filter, sort, page);
        Map<Long, EdsRowRepository.Extra> extras = rows.extras(found.items().stream().map(DescriptionSummary::id)
                .toList());
        return new Page<>(found.items().stream().map(one -> row(one, extras.get(one.id()))).toList(), found.total(),
                page);
    }

    /** One page of groups, each with its newest file. */
    @Transactional
    public Page<EdsGroupRow> grouped(EdsGrouping grouping, PageRequest page) {
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
    public List<EdsComparison> compare(List<Long> ids) {
        List<EdsComparison> comparisons = new ArrayList<>();
        for (int i = 1; i < ids.size(); i++) {
            long from = ids.get(i - 1);
            long to = ids.get(i);
            comparisons.add(EdsComparer.compare(from, models.reading(from).model(), to, models.reading(to).model()));
        }
        return comparisons;
    }

    /** Changes with the file and with what this version shows of it; 404 when there is no such EDS. */
    public String version(long id) {
        return EdsService.version(service.entry(id));
    }

    /** The file, its icon and {@code metadata.json}, which is the detail. */
    public byte[] zip(long id) {
        StoredFile file = service.file(id);
        Optional<EdsIcon> icon = EdsIcon.of(models.reading(id).model());
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(octets)) {
            put(zip, file.summary().name().replaceAll(".*[/\\\\]", ""), file.content());
            if (icon.isPresent()) {
                put(zip, "icon." + icon.get().type().extension(), icon.get().content());
            }
            put(zip, "metadata.json", service.detail(id).getBytes(StandardCharsets.UTF_8));
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
}

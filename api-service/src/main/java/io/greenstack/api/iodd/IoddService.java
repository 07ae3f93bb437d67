package io.greenstack.api.iodd;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.cache.CacheNamespace;
import io.greenstack.api.cache.Cached;
import io.greenstack.api.description.DescribedDetail;
import io.greenstack.api.description.DescriptionFilter;
import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.api.description.FileSummary;
import io.greenstack.api.description.ImportedFile;
import io.greenstack.api.description.LongDetails;
import io.greenstack.api.description.OpenDescriptions;
import io.greenstack.api.description.StoredDocuments;
import io.greenstack.api.description.StoredFile;
import io.greenstack.api.iodd.IoddFileResource.IoddUploadResult;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.JsonText;
import io.greenstack.api.platform.LanguageQuery;
import io.greenstack.api.platform.Localized;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.descriptions.FileRole;
import io.greenstack.descriptions.ReadDescription;
import io.greenstack.descriptions.Sparse;
import io.greenstack.descriptions.iodd.IoddFormat;
import io.greenstack.descriptions.iodd.OpenIodd;
import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.standard.IoddTexts;
import io.greenstack.descriptions.iodd.view.IoddDetail;
import io.greenstack.descriptions.iodd.view.IoddViews;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The IODD view of the catalog. The detail in the primary language is one row; everything else is made from the stored model. */
@ApplicationScoped
class IoddService {

    private final DescriptionService descriptions;
    private final OpenDescriptions open;
    private final LongDetails details;
    private final JsonText json;

    IoddService(DescriptionService descriptions, OpenDescriptions open, LongDetails details, JsonText json) {
        this.descriptions = descriptions;
        this.open = open;
        this.details = details;
        this.json = json;
    }

    /** One page of IODDs, product names in the language asked for. */
    @Cached(namespace = CacheNamespace.IODD_LISTS)
    Page<IoddEntry> list(DescriptionFilter filter, String sort, PageRequest page, LanguageQuery language) {
        Page<DescriptionSummary> found = descriptions.list(filter, sort, page);
        Map<Long, String> names = language.wanted().isEmpty()
                ? Map.of()
                : descriptions.productNames(found.items().stream().map(DescriptionSummary::id).toList());
        return new Page<>(found.items().stream()
                .map(summary -> IoddEntry.of(summary).named(name(names.get(summary.id()), language))).toList(),
                found.total(), page);
    }

    private String name(String namesByLanguage, LanguageQuery language) {
        if (namesByLanguage == null) {
            return null;
        }
        Map<String, String> names = json.texts(namesByLanguage);
        return names.get(language.best(names.keySet()));
    }

    /** Summary; 404 when there is no such IODD. */
    IoddEntry entry(long id) {
        return IoddEntry.of(descriptions.summary(id, IoddFormat.KIND));
    }

    /**
     * Whole detail as JSON in the language asked for: one row in the primary language; else it is made from the stored model.
     */
    @Cached(namespace = CacheNamespace.IODD_DETAILS, tags = "description:{0}")
    Detail detail(long id, LanguageQuery language) {
        DescribedDetail stored = descriptions.describedDetail(id, IoddFormat.KIND);
        IoddEntry entry = IoddEntry.of(stored.summary());
        List<String> languages = json.member(stored.detail(), StoredDocuments.LANGUAGES);
        Chosen chosen = Chosen.of(language, languages);
        if (chosen.isPrimary()) {
            return new Detail(descriptions.tag(stored.summary()),
                    new Localized<>(JsonText.join(json.write(entry), shortened(stored.detail(), stored)),
                            chosen.contentLanguage()));
        }
        IoddDescription model = model(stored.summary());
        IoddDetail detail = IoddViews.in(model, chosen.language()).detail(ReadDescription.MOST_PARAMETERS);
        String name = IoddViews.productName(model, IoddTexts.of(model, chosen.language()));
        return new Detail(descriptions.tag(stored.summary()),
                new Localized<>(JsonText.join(json.write(entry.named(name.isEmpty() ? null : name)),
                        shortened(json.write(detail), stored)), chosen.contentLanguage()));
    }

    private String shortened(String detail, DescribedDetail stored) {
        return details.shorten(detail, stored.summary(), "/api/iodd/");
    }

    /** A detail and what changes with it. */
    @RegisterForReflection
    record Detail(String tag, Localized<String> body) {}

    /** A view in the language asked for, made from the stored model. */
    <T> Localized<T> view(long id, LanguageQuery language, Function<IoddViews, T> view) {
        IoddDescription model = model(descriptions.summary(id, IoddFormat.KIND));
        Chosen chosen = Chosen.of(language, IoddTexts.languages(model));
        return new Localized<>(view.apply(IoddViews.in(model, chosen.language())), chosen.contentLanguage());
    }

    /** The model of an IODD that is there. */
    IoddDescription model(DescriptionSummary summary) {
        return ((OpenIodd) open.of(summary)).model();
    }

    /** Changes whenever anything that is shown of an IODD would; 404 when there is no such IODD. */
    String tag(long id) {
        return descriptions.tag(descriptions.summary(id, IoddFormat.KIND));
    }

    /** What became of an upload. */
    IoddUploadResult uploaded(List<ImportedFile> results) {
        List<Long> ids = results.stream().filter(file -> file.stored(IoddFormat.KIND)).map(ImportedFile::id).toList();
        Map<Long, DescriptionSummary> summaries = descriptions.summaries(ids);
        return IoddUploadResult.of(ids.stream().map(summaries::get).toList(), results);
    }

    /** The whole model as JSON; 404 when there is no such IODD. */
    String model(long id) {
        return descriptions.model(id, IoddFormat.KIND);
    }

    /** Files of an IODD. */
    List<IoddAsset> assets(long id) {
        return descriptions.files(id, IoddFormat.KIND).stream().map(IoddAsset::of).toList();
    }

    /** What is known of a file; 404 when it is not one of this IODD. */
    FileSummary assetSummary(long id, long assetId) {
        descriptions.summary(id, IoddFormat.KIND);
        return descriptions.fileSummary(id, assetId);
    }

    /** A file with its octets. */
    StoredFile asset(long id, long assetId) {
        return descriptions.file(id, assetId);
    }

    /** The picture that stands for the device: its icon, else any picture. */
    FileSummary thumbnail(long id) {
        return descriptions.files(id, IoddFormat.KIND).stream().filter(file -> file.role() == FileRole.IMAGE)
                .min(Comparator.comparingInt(IoddService::thumbnailRank))
                .orElseThrow(() -> ApiException.notFound("The description has no picture."));
    }

    private static int thumbnailRank(FileSummary file) {
        if ("icon".equals(file.purpose())) {
            return 0;
        }
        return "device-pic".equals(file.purpose()) ? 1 : 2;
    }

    /** All original files of an IODD as a ZIP. It is made before the client gets any of it, who may read as slowly as it likes. */
    byte[] zip(List<FileSummary> files) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(octets, StandardCharsets.UTF_8)) {
            for (FileSummary file : files) {
                zip.putNextEntry(new ZipEntry(file.name()));
                zip.write(descriptions.file(file.descriptionId(), file.id()).content());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    /** The stored files of an IODD; 404 when there is none. */
    List<FileSummary> files(long id) {
        return descriptions.files(id, IoddFormat.KIND);
    }

    /** The main file. */
    StoredFile xml(long id) {
        return descriptions.mainFile(id, IoddFormat.KIND);
    }

    /**
     * The language in which texts are answered.
     *
     * @param language language code, null = the primary language of the file
     * @param contentLanguage value of {@code Content-Language}, null if the file has no language at all
     */
    record Chosen(String language, String contentLanguage) {

        /** Languages of the built-in texts of standard variables, errors and events. */
        private static final List<String> STANDARD = List.of("en", "de");

        /**
         * Chooses among the languages of a file.
         *
         * @param available languages of the file, the primary one first
         */
        static Chosen of(LanguageQuery query, Collection<String> available) {
            String primary = available.isEmpty() ? null : available.iterator().next();
            String best = query.best(available);
            if (best != null) {
                return new Chosen(best.equals(primary) ? null : best, best);
            }
            // The file does not have it, but the texts of the standard are there in it.
            String standard = query.isExplicit() ? query.best(STANDARD) : null;
            if (standard != null && primary != null) {
                return new Chosen(standard, standard + ", " + primary);
            }
            return new Chosen(null, primary);
        }

        boolean isPrimary() {
            return language == null;
        }
    }

    /**
     * A file of an IODD.
     *
     * @param id id for {@code /assets/{id}}
     * @param deviceId catalog id of the IODD
     * @param fileName file name
     * @param fileType {@code xml}, {@code language}, {@code image} or {@code other}
     * @param imagePurpose {@code logo}, {@code icon}, {@code device-pic} or {@code connection}
     * @param mediaType media type
     * @param size octets
     */
    record IoddAsset(long id, long deviceId, String fileName, String fileType, String imagePurpose,
            String mediaType, long size) implements Sparse {

        static IoddAsset of(FileSummary file) {
            String type = file.role() == FileRole.MAIN ? "xml" : file.role().name().toLowerCase(Locale.ROOT);
            return new IoddAsset(file.id(), file.descriptionId(), file.name(), type, file.purpose(), file.mediaType(),
                    file.byteSize());
        }
    }
}

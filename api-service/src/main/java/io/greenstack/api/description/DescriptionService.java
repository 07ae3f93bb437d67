package io.greenstack.api.description;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.greenstack.api.cache.CacheNamespace;
import io.greenstack.api.cache.Cached;
import io.greenstack.api.description.DescriptionRepository.Document;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.api.platform.RequestDeadline;
import io.greenstack.core.processdata.LayoutJson;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.descriptions.DescriptionException;
import io.greenstack.descriptions.DescriptionFormat;
import io.greenstack.descriptions.DescriptionFormats;
import io.greenstack.descriptions.ReadDescription;
import io.greenstack.descriptions.Release;

/** The catalog of device descriptions, whatever their format. */
@ApplicationScoped
public class DescriptionService {

    private final DescriptionRepository descriptions;
    private final DescriptionRows rows;
    private final DescriptionFileRepository files;
    private final Event<DescriptionEvents.Written> written;
    private final Event<DescriptionEvents.Stored> stored;
    private final DescriptionFormats formats;
    private final Clock clock;

    DescriptionService(DescriptionRepository descriptions, DescriptionRows rows, DescriptionFileRepository files,
            Event<DescriptionEvents.Written> written, Event<DescriptionEvents.Stored> stored,
            DescriptionFormats formats, Clock clock) {
        this.descriptions = descriptions;
        this.rows = rows;
        this.files = files;
        this.written = written;
        this.stored = stored;
        this.formats = formats;
        this.clock = clock;
    }

    /**
     * Stores what was read of some files in one transaction: all of it or nothing. Whether the catalog has a file is asked
     * before it is read, see {@link #bySha256}; when somebody else stored it meanwhile, the unique key ends the transaction,
     * and the caller starts anew.
     *
     * @param files what was read, by path in the import
     * @param by name of the principal that imports
     * @return what became of each, by path
     */
    @Transactional
    public Map<String, ImportedFile> store(Map<String, ReadDescription> files, String by) {
        Map<String, DescriptionSummary> created = new LinkedHashMap<>();
        Map<String, ImportedFile> results = new LinkedHashMap<>();
        files.forEach((path, read) -> {
            RequestDeadline.check();
            DescriptionSummary twin = created.get(read.sha256());
            results.put(path, twin == null ? insert(path, read, by, created) : ImportedFile.known(path, twin));
        });
        if (!created.isEmpty()) {
            Map<Long, ReadDescription> read = new TreeMap<>();
            files.values().forEach(file -> read.put(created.get(file.sha256()).id(), file));
            written.fire(new DescriptionEvents.Written(read));
            stored.fire(new DescriptionEvents.Stored(List.copyOf(created.values())));
        }
        RequestDeadline.check();
        return results;
    }

    private ImportedFile insert(String path, ReadDescription read, String by,
            Map<String, DescriptionSummary> created) {
        ReadDescription.Identity identity = read.identity();
        DescriptionFormat format = formats.of(read.kind());
        Release release = read.release();
        List<Release> others = releases(read.kind(), identity.vendorId(), identity.deviceId()).stream()
                .filter(release::sameVendor).toList();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long id = rows.insert(read, format.version(), now, by);
        DescriptionSummary summary = new DescriptionSummary(id, read.kind(), identity.vendorId(), identity.deviceId(),
                read.product().vendorName(), read.product().name(), read.product().family(),
                read.edition().formatVersion(), read.edition().fileVersion(), read.edition().major(),
                read.edition().minor(), read.edition().date(), read.fileName(), read.sha256(), read.byteSize(),
                read.parameters().size(), read.findings().size(), now, format.version());
        created.put(read.sha256(), summary);
        if (others.isEmpty()) {
            return ImportedFile.first(path, summary);
        }
        return others.stream().filter(other -> format.age().compare(other, release) == 0).findFirst()
                .map(same -> ImportedFile.variant(path, summary, same.id()))
                .orElseGet(() -> format.age().compare(others.get(0), release) < 0
                        ? ImportedFile.newest(path, summary, others.get(0).id())
                        : ImportedFile.older(path, summary, others.get(0).id()));
    }

    /**
     * Changes whenever anything that is shown of a description would: with its file, with the version that made what is
     * stored, and with the one that makes the rest when it is asked for.
     */
    public String tag(DescriptionSummary summary) {
        return summary.sha256() + '-' + summary.viewVersion() + '.' + formats.of(summary.kind()).version();
    }

    /** One page of the catalog. */
    @Cached(namespace = CacheNamespace.DESCRIPTION_LISTS)
    @Transactional
    public Page<DescriptionSummary> list(DescriptionFilter filter, String sort, PageRequest page) {
        return descriptions.page(filter, sort, page);
    }

    /**
     * Summary of a description.
     *
     * @param kind kind it must have, null = any
     * @throws ApiException 404 when there is none
     */
    @Cached(namespace = CacheNamespace.DESCRIPTION_DETAILS, tags = "description:{0}")
    @Transactional
    public DescriptionSummary summary(long id, String kind) {
        return descriptions.summary(id, kind).orElseThrow(() -> ApiException.unknownDescription(id));
    }

    /** Summaries of some descriptions by id; ids that are not there are left out. */
    @Transactional
    public Map<Long, DescriptionSummary> summaries(Collection<Long> ids) {
        return descriptions.summaries(ids).stream()
                .collect(Collectors.toMap(DescriptionSummary::id, Function.identity()));
    }

    /** Descriptions of files by the SHA-256 of the file; those that are not stored are left out. */
    @Transactional
    public Map<String, DescriptionSummary> bySha256(Collection<String> hashes) {
        return descriptions.bySha256(hashes).stream()
                .collect(Collectors.toMap(DescriptionSummary::sha256, Function.identity()));
    }

    /**
     * Reads the stored files of a description anew.
     *
     * @throws DescriptionException when today's reader refuses them; the transaction goes on
     */
    @Transactional(dontRollbackOn = DescriptionException.class)
    public ReadDescription readAgain(long id, String kind) {
        return formats.of(kind).read(files.packageOf(id, kind));
    }

    /** The device ids that a description is made for, additional ones included. */
    @Transactional
    public List<Long> deviceIds(long id) {
        return rows.deviceIds(id);
    }

    /** The releases for an identity, newest first, of whatever vendor. */
    @Transactional
    public List<Release> releases(String kind, long vendorId, long deviceId) {
        return rows.releases(kind, vendorId, deviceId).stream().sorted(formats.newestFirst(kind)).toList();
    }

    /** Detail document of a description as JSON; 404 when there is none. */
    @Cached(namespace = CacheNamespace.DESCRIPTION_DETAILS, tags = "description:{0}")
    @Transactional
    public String detail(long id, String kind) {
        return document(id, kind, Document.DETAIL);
    }

    /** The whole model of the file as JSON; 404 when there is none. */
    @Cached(namespace = CacheNamespace.DESCRIPTION_DETAILS, tags = "description:{0}")
    @Transactional
    public String model(long id, String kind) {
        return document(id, kind, Document.MODEL);
    }

    /** Summary and detail document in one read; 404 when there is none. */
    @Transactional
    public DescribedDetail describedDetail(long id, String kind) {
        return descriptions.detail(id, kind).orElseThrow(() -> ApiException.unknownDescription(id));
    }

    /** Product names by language, as JSON objects, of those of some descriptions that have them. */
    @Transactional
    public Map<Long, String> productNames(Collection<Long> ids) {
        return rows.productNames(ids);
    }

    /** Findings of the reader as a JSON array; 404 when there is no such description. */
    @Cached(namespace = CacheNamespace.DESCRIPTION_DETAILS, tags = "description:{0}")
    @Transactional
    public String findings(long id, String kind) {
        return document(id, kind, Document.FINDINGS);
    }

    /** Compiled process data; 404 when there is no such description. */
    @Transactional
    public ProcessDataLayout layout(long id) {
        return LayoutJson.read(document(id, null, Document.LAYOUT));
    }

    /** Compiled process data as JSON; 404 when there is no such description. */
    @Cached(namespace = CacheNamespace.DESCRIPTION_DETAILS, tags = "description:{0}")
    @Transactional
    public String layoutJson(long id) {
        return LayoutJson.write(layout(id));
    }

    private String document(long id, String kind, Document document) {
        return descriptions.document(id, kind, document).orElseThrow(() -> ApiException.unknownDescription(id));
    }

    /** The stored files of a description. */
    @Cached(namespace = CacheNamespace.ASSETS, tags = "description:{0}")
    @Transactional
    public List<FileSummary> files(long id, String kind) {
        summary(id, kind);
        return files.of(id);
    }

    /** What is known of a stored file; 404 when it is not one of this description. */
    @Cached(namespace = CacheNamespace.ASSETS, tags = "description:{0}")
    @Transactional
    public FileSummary fileSummary(long id, long fileId) {
        return files.summary(id, fileId).orElseThrow(() -> ApiException.notFound("The description has no such file."));
    }

    /** A stored file; 404 when it is not one of this description. */
    @Cached(namespace = CacheNamespace.ASSETS, tags = "description:{0}")
    @Transactional
    public StoredFile file(long id, long fileId) {
        return new StoredFile(fileSummary(id, fileId), files.findById(fileId).content);
    }

    /** The description file itself. */
    @Cached(namespace = CacheNamespace.ASSETS, tags = "description:{0}")
    @Transactional
    public StoredFile mainFile(long id, String kind) {
        summary(id, kind);
        DescriptionFile main = files.main(id).orElseThrow(() -> ApiException.unknownDescription(id));
        return new StoredFile(files.summary(id, main.id).orElseThrow(), main.content);
    }
}

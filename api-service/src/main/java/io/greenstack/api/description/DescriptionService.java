package io.greenstack.api.description;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.greenstack.api.description.DescriptionRepository.Document;
import io.greenstack.api.description.StoredDescription.Outcome;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.api.platform.RequestDeadline;
import io.greenstack.core.processdata.LayoutJson;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.descriptions.DescriptionFormats;
import io.greenstack.descriptions.ReadDescription;
import io.greenstack.descriptions.Release;

/** The catalog of device descriptions, whatever their format. */
@ApplicationScoped
public class DescriptionService {

    private final DescriptionRepository descriptions;
    private final DescriptionFileRepository files;
    private final Event<DescriptionEvents.Stored> stored;
    private final DescriptionFormats formats;
    private final Clock clock;

    @Inject
    public DescriptionService(DescriptionRepository descriptions, DescriptionFileRepository files,
            Event<DescriptionEvents.Stored> stored, DescriptionFormats formats, Clock clock) {
        this.descriptions = descriptions;
        this.files = files;
        this.stored = stored;
        this.formats = formats;
        this.clock = clock;
    }

    /**
     * Stores drafts in one transaction: all of them or none. Whether the catalog has a file is asked before it is read, see
     * {@link #bySha256}; when somebody else stored it meanwhile, the unique key ends the transaction, and the caller starts
     * anew.
     *
     * @param by name of the principal that imports
     */
    @Transactional
    public List<StoredDescription> store(List<ReadDescription> drafts, String by) {
        Map<String, StoredDescription> created = new LinkedHashMap<>();
        List<StoredDescription> results = new ArrayList<>(drafts.size());
        for (ReadDescription draft : drafts) {
            RequestDeadline.check();
            StoredDescription twin = created.get(draft.sha256());
            if (twin == null) {
                created.put(draft.sha256(), insert(draft, by));
            }
            results.add(twin == null
                    ? created.get(draft.sha256())
                    : new StoredDescription(twin.summary(), Outcome.KNOWN, null));
        }
        if (!created.isEmpty()) {
            stored.fire(new DescriptionEvents.Stored(
                    created.values().stream().map(StoredDescription::summary).toList()));
        }
        RequestDeadline.check();
        return results;
    }

    private StoredDescription insert(ReadDescription draft, String by) {
        ReadDescription.Identity identity = draft.identity();
        DescriptionKind kind = DescriptionKind.valueOf(draft.kind());
        Comparator<Release> age = formats.of(draft.kind()).age();
        Release release = draft.release();
        List<Release> others = descriptions.releases(kind, identity.vendorId(), identity.deviceId()).stream()
                .filter(release::sameVendor).toList();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long id = descriptions.insert(draft, now, by);
        DescriptionSummary summary = new DescriptionSummary(id, kind, identity.vendorId(), identity.deviceId(),
                draft.product().vendorName(), draft.product().name(), draft.product().family(),
                draft.edition().formatVersion(), draft.edition().fileVersion(), draft.edition().major(),
                draft.edition().minor(), draft.edition().date(), draft.fileName(), draft.sha256(), draft.byteSize(),
                draft.parameters().size(), draft.findings().size(), now);
        if (others.isEmpty()) {
            return new StoredDescription(summary, Outcome.NEW, null);
        }
        return others.stream().filter(other -> age.compare(other, release) == 0).findFirst()
                .map(same -> new StoredDescription(summary, Outcome.VARIANT, same.id()))
                .orElseGet(() -> new StoredDescription(summary,
                        age.compare(others.get(0), release) < 0 ? Outcome.NEWEST : Outcome.OLDER, others.get(0).id()));
    }

    /** One page of the catalog. */
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
    @Transactional
    public DescriptionSummary summary(long id, DescriptionKind kind) {
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

    /** The device ids that a description is made for, additional ones included. */
    @Transactional
    public List<Long> deviceIds(long id) {
        return descriptions.deviceIds(id);
    }

    /** The releases for an identity, newest first, of whatever vendor. */
    @Transactional
    public List<Release> releases(DescriptionKind kind, long vendorId, long deviceId) {
        return descriptions.releases(kind, vendorId, deviceId);
    }

    /** Detail document of a description as JSON; 404 when there is none. */
    @Transactional
    public String detail(long id, DescriptionKind kind) {
        return document(id, kind, Document.DETAIL);
    }

    /** The whole model of the file as JSON; 404 when there is none. */
    @Transactional
    public String model(long id, DescriptionKind kind) {
        return document(id, kind, Document.MODEL);
    }

    /** Summary and detail document in one read; 404 when there is none. */
    @Transactional
    public DescribedDetail describedDetail(long id, DescriptionKind kind) {
        return descriptions.detail(id, kind).orElseThrow(() -> ApiException.unknownDescription(id));
    }

    /** Product names by language, as JSON objects, of those of some descriptions that have them. */
    @Transactional
    public Map<Long, String> productNames(Collection<Long> ids) {
        return descriptions.productNames(ids);
    }

    /** A member of the detail document as JSON, empty when the document does not have it. */
    @Transactional
    public Optional<String> detailMember(long id, DescriptionKind kind, String member) {
        return descriptions.detailMember(id, kind, member);
    }

    /** Findings of the reader as a JSON array; 404 when there is no such description. */
    @Transactional
    public String findings(long id, DescriptionKind kind) {
        return document(id, kind, Document.FINDINGS);
    }

    /** Compiled process data; 404 when there is no such description. */
    @Transactional
    public ProcessDataLayout layout(long id) {
        return LayoutJson.read(document(id, null, Document.LAYOUT));
    }

    private String document(long id, DescriptionKind kind, Document document) {
        return descriptions.document(id, kind, document).orElseThrow(() -> ApiException.unknownDescription(id));
    }

    /** The stored files of a description. */
    @Transactional
    public List<FileSummary> files(long id, DescriptionKind kind) {
        summary(id, kind);
        return files.of(id);
    }

    /** What is known of a stored file; 404 when it is not one of this description. */
    @Transactional
    public FileSummary fileSummary(long id, long fileId) {
        return files.summary(id, fileId).orElseThrow(() -> ApiException.notFound("The description has no such file."));
    }

    /** A stored file; 404 when it is not one of this description. */
    @Transactional
    public StoredFile file(long id, long fileId) {
        return new StoredFile(fileSummary(id, fileId), files.findById(fileId).content);
    }

    /** The description file itself. */
    @Transactional
    public StoredFile mainFile(long id, DescriptionKind kind) {
        summary(id, kind);
        DescriptionFile main = files.main(id).orElseThrow(() -> ApiException.unknownDescription(id));
        return new StoredFile(files.summary(id, main.id).orElseThrow(), main.content);
    }
}

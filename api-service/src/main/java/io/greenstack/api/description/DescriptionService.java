package io.greenstack.api.description;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
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
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.Hashes;
import io.greenstack.api.platform.JsonText;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.api.platform.RequestDeadline;
import io.greenstack.common.processdata.LayoutJson;
import io.greenstack.common.processdata.ProcessDataLayout;

/** The catalog of device descriptions, whatever their format. */
@ApplicationScoped
public class DescriptionService {

    private final DescriptionRepository descriptions;
    private final DescriptionFileRepository files;
    private final Event<DescriptionEvents.Stored> stored;
    private final Event<DescriptionEvents.Removing> removing;
    private final Clock clock;

    @Inject
    public DescriptionService(DescriptionRepository descriptions, DescriptionFileRepository files,
            Event<DescriptionEvents.Stored> stored, Event<DescriptionEvents.Removing> removing, Clock clock) {
        this.descriptions = descriptions;
        this.files = files;
        this.stored = stored;
        this.removing = removing;
        this.clock = clock;
    }

    /**
     * Stores drafts in one transaction: all of them or none. A file that is stored already is answered with its
     * description.
     *
     * @param by name of the principal that imports
     */
    @Transactional
    public List<StoredDescription> store(List<DescriptionDraft> drafts, String by) {
        List<StoredDescription> results = new ArrayList<>(drafts.size());
        List<DescriptionSummary> created = new ArrayList<>();
        for (DescriptionDraft draft : drafts) {
            RequestDeadline.check();
            StoredDescription result = descriptions.summary(draft.sha256())
                    .map(known -> new StoredDescription(known, false))
                    .orElseGet(() -> new StoredDescription(insert(draft, by), true));
            results.add(result);
            if (result.created()) {
                created.add(result.summary());
            }
        }
        if (!created.isEmpty()) {
            stored.fire(new DescriptionEvents.Stored(List.copyOf(created)));
        }
        RequestDeadline.check();
        return results;
    }

    private DescriptionSummary insert(DescriptionDraft draft, String by) {
        Description row = new Description();
        row.kind = draft.kind();
        row.vendorId = draft.identity().vendorId();
        row.deviceId = draft.identity().deviceId();
        row.productIds = draft.identity().productIds().toArray(String[]::new);
        row.vendorName = draft.product().vendorName();
        row.productName = draft.product().name();
        row.productFamily = draft.product().family();
        row.formatVersion = draft.release().formatVersion();
        row.fileVersion = draft.release().fileVersion();
        row.majorRevision = draft.release().major();
        row.minorRevision = draft.release().minor();
        row.releaseDate = draft.release().date();
        row.fileName = draft.fileName();
        row.sha256 = draft.sha256();
        row.byteSize = draft.byteSize();
        row.parameterCount = draft.parameters().size();
        row.findingCount = draft.findingCount();
        row.detail = JsonText.storable(draft.detail());
        row.model = JsonText.storable(draft.model());
        row.layout = JsonText.storable(LayoutJson.write(draft.layout()));
        row.findings = JsonText.storable(draft.findings());
        row.importedAt = clock.instant();
        row.importedBy = by;
        descriptions.persistAndFlush(row);
        descriptions.insertRows(row.id, draft);
        for (FileDraft draftFile : draft.files()) {
            files.persist(file(row.id, draftFile));
        }
        files.flush();
        return descriptions.summary(row.id, row.kind).orElseThrow();
    }

    private static DescriptionFile file(long id, FileDraft draft) {
        DescriptionFile file = new DescriptionFile();
        file.descriptionId = id;
        file.role = draft.role();
        file.name = draft.name();
        file.purpose = draft.purpose();
        file.mediaType = draft.mediaType();
        file.byteSize = draft.content().length;
        file.sha256 = Hashes.sha256Hex(draft.content());
        file.content = draft.content();
        return file;
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

    /** The device ids that a description is made for, additional ones included. */
    @Transactional
    public List<Long> deviceIds(long id) {
        return descriptions.deviceIds(id);
    }

    /** The descriptions that answer to an identity, newest release first. */
    @Transactional
    public List<DescriptionMatch> matching(DescriptionKind kind, long vendorId, long deviceId) {
        return descriptions.matching(kind, vendorId, deviceId);
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

    /**
     * Deletes a description with everything that belongs to it; devices that were bound to it are bound anew.
     *
     * @throws ApiException 404 when there is none
     */
    @Transactional
    public void delete(long id, DescriptionKind kind) {
        if (!descriptions.lockForDelete(id, kind)) {
            throw ApiException.unknownDescription(id);
        }
        removing.fire(new DescriptionEvents.Removing(id));
        descriptions.deleteById(id);
        descriptions.flush();
    }
}

package io.greenstack.api.note;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.note.NoteDetail.NoteAttachment;
import io.greenstack.api.note.NoteRepository.Content;
import io.greenstack.api.note.NoteResource.NotePatch;
import io.greenstack.api.note.NoteResource.NoteRequest;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.ChangeNotes;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.api.table.Table;
import io.greenstack.descriptions.archive.Hashes;

/** Notes: writing, changing, finding, taking along. */
@ApplicationScoped
@Transactional
class NoteService {

    /** Octets of an attachment. */
    static final int LARGEST_ATTACHMENT = 5 * 1024 * 1024;

    private static final int MOST_NOTES = 1_000;
    private static final int MOST_COMMENTS = 500;
    private static final int MOST_ATTACHMENTS = 20;
    private static final int MOST_EXPORTED = 10_000;
    private static final int LONGEST_NAME = 200;
    private static final List<String> COLUMNS = List.of("id", "description_id", "kind", "vendor_id", "device_id",
            "vendor_name", "product_name", "title", "text", "status", "priority", "category", "reference",
            "created_at", "created_by", "updated_at", "updated_by", "comments", "attachments");

    private final NoteRepository notes;
    private final DescriptionService descriptions;
    private final ChangeNotes changes;
    private final Clock clock;

    NoteService(NoteRepository notes, DescriptionService descriptions, ChangeNotes changes, Clock clock) {
        this.notes = notes;
        this.descriptions = descriptions;
        this.changes = changes;
        this.clock = clock;
    }

    /** One page, newest first. */
    public Page<NoteView> list(NoteFilter filter, PageRequest page) {
        return notes.page(filter, page);
    }

    /** The newest 10,000 as a table. */
    public Table table(NoteFilter filter) {
        return new Table("notes", COLUMNS, notes.page(filter, new PageRequest(1, MOST_EXPORTED)).items().stream()
                .map(note -> Arrays.<Object>asList(note.id(), note.descriptionId(), token(note.kind()),
                        note.vendorId(), note.deviceId(), note.vendorName(), note.productName(), note.title(),
                        note.text(), token(note.status().name()), token(note.priority().name()), note.category(),
                        note.reference(), note.createdAt(), note.createdBy(), note.updatedAt(), note.updatedBy(),
                        note.commentCount(), note.attachmentCount()))
                .toList());
    }

    private static String token(String constant) {
        return constant.toLowerCase(Locale.ROOT);
    }

    /**
     * A note with its comments and attachments.
     *
     * @throws ApiException 404 when there is none
     */
    public NoteDetail get(long id) {
        return new NoteDetail(note(id), notes.comments(id), notes.attachments(id));
    }

    /**
     * Writes a note.
     *
     * @throws ApiException 404 when there is no such description, 409 when it has as many notes as one may have
     */
    public NoteView create(long descriptionId, NoteRequest request, String by) {
        var description = descriptions.summary(descriptionId, null);
        if (notes.count(descriptionId) >= MOST_NOTES) {
            throw ApiException.conflict("too-many-notes",
                    "A description has " + MOST_NOTES + " notes at most; delete old ones.");
        }
        NoteView made = note(notes.insert(description, new Content(clean(request.title()), clean(request.text()),
                request.status() == null ? NoteStatus.OPEN : request.status(),
                request.priority() == null ? NotePriority.MEDIUM : request.priority(), emptied(request.category()),
                emptied(request.reference())), now(), by));
        changes.changed(null, made);
        return made;
    }

    /** Changes what is given; an empty category or reference clears it. */
    public NoteView change(long id, NotePatch patch, String by) {
        lock(id);
        NoteView present = note(id);
        if (patch.title() != null && patch.title().isBlank()) {
            throw ApiException.invalidParameter("title", "a title is needed");
        }
        notes.update(id, new Content(patch.title() == null ? present.title() : clean(patch.title()),
                patch.text() == null ? present.text() : clean(patch.text()),
                patch.status() == null ? present.status() : patch.status(),
                patch.priority() == null ? present.priority() : patch.priority(),
                patch.category() == null ? present.category() : emptied(patch.category()),
                patch.reference() == null ? present.reference() : emptied(patch.reference())), now(), by);
        NoteView changed = note(id);
        changes.changed(present, changed);
        return changed;
    }

    /** Deletes a note with all that belongs to it. */
    public void delete(long id) {
        NoteView gone = note(id);
        if (!notes.delete(id)) {
            throw unknown(id);
        }
        changes.changed(gone, null);
    }

    /** Adds a comment. */
    public NoteDetail comment(long id, String text, String by) {
        lock(id);
        if (note(id).commentCount() >= MOST_COMMENTS) {
            throw ApiException.conflict("too-many-comments",
                    "A note has " + MOST_COMMENTS + " comments at most; write another note.");
        }
        NoteView before = note(id);
        notes.addComment(id, clean(text), now(), by);
        NoteDetail detail = get(id);
        changes.changed(before, note(id));
        return detail;
    }

    /**
     * Adds a file.
     *
     * @throws ApiException 413 when it is too large, 409 when the note has as many files as one may have
     */
    public NoteAttachment attach(long id, String name, byte[] content, String by) {
        lock(id);
        if (content.length > LARGEST_ATTACHMENT) {
            throw new ApiException(413, "attachment-too-large", "An attachment has " + LARGEST_ATTACHMENT
                    + " octets at most; this one has " + content.length + ".");
        }
        if (note(id).attachmentCount() >= MOST_ATTACHMENTS) {
            throw ApiException.conflict("too-many-attachments",
                    "A note has " + MOST_ATTACHMENTS + " attachments at most; delete one, or write another note.");
        }
        String kept = name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
        NoteAttachment added = notes.addAttachment(id,
                new NoteAttachment(0, kept, AttachmentType.of(kept, content), content.length,
                        Hashes.sha256Hex(content), now(), by),
                content);
        changes.changed(null, added);
        return added;
    }

    /** What is known of a file; 404 when the note has no such file. */
    public NoteAttachment attachment(long id, long attachment) {
        return notes.attachment(id, attachment).orElseThrow(() -> noAttachment(id));
    }

    /** The octets of a file. */
    public byte[] content(long id, long attachment) {
        return notes.content(id, attachment).orElseThrow(() -> noAttachment(id));
    }

    /** Deletes a file. */
    public void detach(long id, long attachment, String by) {
        lock(id);
        NoteAttachment gone = attachment(id, attachment);
        if (!notes.removeAttachment(id, attachment, now(), by)) {
            throw noAttachment(id);
        }
        changes.changed(gone, null);
    }

    private NoteView note(long id) {
        return notes.find(id).orElseThrow(() -> unknown(id));
    }

    private void lock(long id) {
        if (!notes.lock(id)) {
            throw unknown(id);
        }
    }

    private static ApiException unknown(long id) {
        return new ApiException(404, "unknown-note", "There is no note " + id + ".");
    }

    private static ApiException noAttachment(long id) {
        return new ApiException(404, "unknown-attachment", "Note " + id + " has no such attachment.");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String clean(String text) {
        return text.replace("\0", "").strip();
    }

    private static String emptied(String text) {
        String clean = text == null ? "" : clean(text);
        return clean.isEmpty() ? null : clean;
    }
}

package io.greenstack.api.note;

import java.time.Instant;
import java.util.List;

/**
 * A note with everything that belongs to it.
 *
 * @param note the note
 * @param comments oldest first
 * @param attachments oldest first, without their content
 */
record NoteDetail(NoteView note, List<NoteComment> comments, List<NoteAttachment> attachments) {

    /** What somebody said to a note. */
    record NoteComment(long id, String text, Instant createdAt, String createdBy) {}

    /**
     * A file at a note.
     *
     * @param id id
     * @param name name that the sender gave
     * @param mediaType media type that it is served with
     * @param byteSize octets
     * @param sha256 hash
     * @param createdAt when it was added
     * @param createdBy who added it
     */
    record NoteAttachment(long id, String name, String mediaType, long byteSize, String sha256, Instant createdAt,
            String createdBy) {}
}

package io.greenstack.api.note;

import java.time.Instant;

import io.greenstack.descriptions.Sparse;

/**
 * A note.
 *
 * @param id id
 * @param descriptionId the description, absent when it is no longer in the catalog
 * @param kind format of the description
 * @param vendorId vendor that the description is for
 * @param deviceId device type that the description is for
 * @param vendorName vendor, absent if the file names none
 * @param productName product
 * @param title one line
 * @param text the note
 * @param status how far it is
 * @param priority how much it matters
 * @param category what it is about, in the words of the house; may be absent
 * @param reference where in the description, such as {@code V_Temperature} or {@code Assem101}; may be absent
 * @param createdAt when it was written
 * @param createdBy who wrote it
 * @param updatedAt when it was changed last, comments and attachments included
 * @param updatedBy who changed it last
 * @param commentCount number of comments
 * @param attachmentCount number of attachments
 */
record NoteView(long id, Long descriptionId, String kind, long vendorId, long deviceId, String vendorName,
        String productName, String title, String text, NoteStatus status, NotePriority priority, String category,
        String reference, Instant createdAt, String createdBy, Instant updatedAt, String updatedBy, int commentCount,
        int attachmentCount) implements Sparse {}

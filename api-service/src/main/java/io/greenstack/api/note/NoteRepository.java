package io.greenstack.api.note;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.api.note.NoteDetail.NoteAttachment;
import io.greenstack.api.note.NoteDetail.NoteComment;
import io.greenstack.api.platform.Conditions;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.api.platform.Sql;

/** Access to the tables of notes. */
@ApplicationScoped
class NoteRepository {

    private static final String COLUMNS = """
            select n.id, n.description_id, n.kind, n.vendor_id, n.device_id, n.vendor_name, n.product_name, n.title, n.body,
                n.status, n.priority, n.category, n.reference, n.created_at, n.created_by, n.updated_at, n.updated_by,
                (select count(*) from note_comment c where c.note_id = n.id) as comments,
                (select count(*) from note_attachment a where a.note_id = n.id) as attachments
            from note n""";

    private final Sql sql;

    NoteRepository(Sql sql) {
        this.sql = sql;
    }

    /** What a person writes of a note. */
    record Content(String title, String text, NoteStatus status, NotePriority priority, String category,
            String reference) {}

    long insert(DescriptionSummary description, Content note, Instant now, String by) {
        return content(
                sql.query(
                        """
                                insert into note (description_id, kind, vendor_id, device_id, vendor_name, product_name, title, body, status,
                                    priority, category, reference, created_at, created_by, updated_at, updated_by)
                                values (:description, :kind, :vendor, :device, :vendorName, :product, :title, :body, :status, :priority,
                                    :category, :reference, :now, :by, :now, :by) returning id"""),
                note)
                .bind("description", description.id()).bind("kind", description.kind())
                .bind("vendor", description.vendorId()).bind("device", description.deviceId())
                .bind("vendorName", description.vendorName()).bind("product", description.productName())
                .bind("now", now).bind("by", by).one(row -> row.number("id"));
    }

    void update(long id, Content note, Instant now, String by) {
        content(sql.query("""
                update note set title = :title, body = :body, status = :status, priority = :priority,
                    category = :category, reference = :reference, updated_at = :now, updated_by = :by
                where id = :id"""), note).bind("id", id).bind("now", now).bind("by", by).update();
    }

    private static Sql.Query content(Sql.Query query, Content note) {
        return query.bind("title", note.title()).bind("body", note.text()).bind("status", note.status())
                .bind("priority", note.priority()).bind("category", note.category())
                .bind("reference", note.reference());
    }

    boolean delete(long id) {
        return sql.query("delete from note where id = :id").bind("id", id).update() == 1;
    }

    /** Waits until nobody else changes the note; false when there is none. */
    boolean lock(long id) {
        return sql.query("select id from note where id = :id for no key update").bind("id", id)
                .first(row -> row.number("id")).isPresent();
    }

    Optional<NoteView> find(long id) {
        return sql.query(COLUMNS + " where n.id = :id").bind("id", id).first(NoteRepository::note);
    }

    long count(long descriptionId) {
        return sql.query("select count(*) as notes from note where description_id = :id").bind("id", descriptionId)
                .one(row -> row.number("notes"));
    }

    /** One page, newest first. */
    Page<NoteView> page(NoteFilter filter, PageRequest page) {
        Conditions wanted = new Conditions()
                .with("n.description_id = :description", "description", filter.descriptionId())
                .with("n.status = :status", "status", filter.status())
                .with("n.priority = :priority", "priority", filter.priority())
                .with("n.kind = :kind", "kind", filter.kind())
                .with("n.category = :category", "category", filter.category())
                .contains(filter.text(), "n.title", "n.body", "n.product_name");
        return sql.query(COLUMNS + wanted.where() + " order by n.id desc").bind(wanted).page(page,
                "select count(*) from note n" + wanted.where(), NoteRepository::note);
    }

    private static NoteView note(Sql.Row row) {
        return new NoteView(row.number("id"), row.get("description_id", Long.class), row.text("kind"),
                row.number("vendor_id"), row.number("device_id"), row.text("vendor_name"), row.text("product_name"),
                row.text("title"), row.text("body"), row.constant("status", NoteStatus.class),
                row.constant("priority", NotePriority.class), row.text("category"), row.text("reference"),
                row.instant("created_at"), row.text("created_by"), row.instant("updated_at"), row.text("updated_by"),
                (int) row.number("comments"), (int) row.number("attachments"));
    }

    List<NoteComment> comments(long noteId) {
        return sql.query("select id, body, created_at, created_by from note_comment where note_id = :id order by id")
                .bind("id", noteId).list(row -> new NoteComment(row.number("id"), row.text("body"),
                        row.instant("created_at"), row.text("created_by")));
    }

    void addComment(long noteId, String text, Instant now, String by) {
        sql.query("insert into note_comment (note_id, body, created_at, created_by) values (:note, :body, :now, :by)")
                .bind("note", noteId).bind("body", text).bind("now", now).bind("by", by).update();
        touch(noteId, now, by);
    }

    List<NoteAttachment> attachments(long noteId) {
        return sql.query("select id, name, media_type, byte_size, sha256, created_at, created_by from note_attachment "
                + "where note_id = :id order by id").bind("id", noteId).list(NoteRepository::attachment);
    }

    Optional<NoteAttachment> attachment(long noteId, long id) {
        return sql.query("select id, name, media_type, byte_size, sha256, created_at, created_by "
                + "from note_attachment where note_id = :note and id = :id").bind("note", noteId).bind("id", id)
                .first(NoteRepository::attachment);
    }

    Optional<byte[]> content(long noteId, long id) {
        return sql.query("select content from note_attachment where note_id = :note and id = :id")
                .bind("note", noteId).bind("id", id).first(row -> row.get("content", byte[].class));
    }

    NoteAttachment addAttachment(long noteId, NoteAttachment file, byte[] content) {
        NoteAttachment stored = sql
                .query("""
                        insert into note_attachment (note_id, name, media_type, byte_size, sha256, content, created_at, created_by)
                        values (:note, :name, :type, :size, :sha256, :content, :now, :by)
                        returning id, name, media_type, byte_size, sha256, created_at, created_by""")
                .bind("note", noteId)
                .bind("name", file.name()).bind("type", file.mediaType()).bind("size", file.byteSize())
                .bind("sha256", file.sha256()).bind("content", content).bind("now", file.createdAt())
                .bind("by", file.createdBy()).one(NoteRepository::attachment);
        touch(noteId, file.createdAt(), file.createdBy());
        return stored;
    }

    boolean removeAttachment(long noteId, long id, Instant now, String by) {
        boolean removed = sql.query("delete from note_attachment where note_id = :note and id = :id")
                .bind("note", noteId).bind("id", id).update() == 1;
        if (removed) {
            touch(noteId, now, by);
        }
        return removed;
    }

    private void touch(long noteId, Instant now, String by) {
        sql.query("update note set updated_at = :now, updated_by = :by where id = :id").bind("now", now)
                .bind("by", by).bind("id", noteId).update();
    }

    private static NoteAttachment attachment(Sql.Row row) {
        return new NoteAttachment(row.number("id"), row.text("name"), row.text("media_type"), row.number("byte_size"),
                row.text("sha256"), row.instant("created_at"), row.text("created_by"));
    }
}

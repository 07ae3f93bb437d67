package io.greenstack.api.description;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.TypedQuery;

import org.hibernate.Session;

import io.greenstack.api.platform.Like;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.descriptions.DescriptionFormats;
import io.greenstack.descriptions.ReadDescription;
import io.greenstack.descriptions.Release;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Access to the table of descriptions and its side tables. */
@ApplicationScoped
public class DescriptionRepository implements PanacheRepositoryBase<Description, Long> {

    private static final String SUMMARY = "select new io.greenstack.api.description.DescriptionSummary(d.id, d.kind, "
            + "d.vendorId, d.deviceId, d.vendorName, d.productName, d.productFamily, d.formatVersion, d.fileVersion, "
            + "d.majorRevision, d.minorRevision, d.releaseDate, d.fileName, d.sha256, d.byteSize, d.parameterCount, "
            + "d.findingCount, d.importedAt) from Description d";

    private static final int MAX_RELEASES = 1000;

    private final DescriptionFormats formats;

    @Inject
    public DescriptionRepository(DescriptionFormats formats) {
        this.formats = formats;
    }

    /** Summary of one description, of one kind if it is given. */
    Optional<DescriptionSummary> summary(long id, DescriptionKind kind) {
        return ofKind(SUMMARY, id, kind, DescriptionSummary.class);
    }

    /** Summaries of the descriptions of some files. */
    List<DescriptionSummary> bySha256(Collection<String> hashes) {
        return hashes.isEmpty()
                ? List.of()
                : getEntityManager().createQuery(SUMMARY + " where d.sha256 in :hashes", DescriptionSummary.class)
                        .setParameter("hashes", hashes).getResultList();
    }

    /** Summaries of some descriptions. */
    List<DescriptionSummary> summaries(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : getEntityManager().createQuery(SUMMARY + " where d.id in :ids", DescriptionSummary.class)
                        .setParameter("ids", ids).getResultList();
    }

    /** Device ids a description answers to. */
    List<Long> deviceIds(long id) {
        return getEntityManager()
                .createNativeQuery("select device_id from description_identity where description_id = :id", Long.class)
                .setParameter("id", id).getResultList().stream().map(Long.class::cast).toList();
    }

    /** One of the JSON documents of a description. */
    Optional<String> document(long id, DescriptionKind kind, Document document) {
        return ofKind("select d." + document.attribute + " from Description d", id, kind, String.class);
    }

    /** The summary and the detail document of a description, in one row. */
    Optional<DescribedDetail> detail(long id, DescriptionKind kind) {
        return ofKind(SUMMARY.replace(" from Description d", ", d.detail from Description d"), id, kind, Object[].class)
                .map(row -> new DescribedDetail((DescriptionSummary) row[0], (String) row[1]));
    }

    /** Product names by language as JSON, of those of some descriptions that have them. */
    Map<Long, String> productNames(Collection<Long> ids) {
        Map<Long, String> names = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            getEntityManager().createNativeQuery("select id, cast(product_names as text) from description "
                    + "where id in :ids and product_names is not null", Object[].class).setParameter("ids", ids)
                    .getResultList().forEach(row -> names.put(((Number) ((Object[]) row)[0]).longValue(),
                            (String) ((Object[]) row)[1]));
        }
        return names;
    }

    private <T> Optional<T> ofKind(String select, long id, DescriptionKind kind, Class<T> type) {
        TypedQuery<T> query = getEntityManager()
                .createQuery(select + " where d.id = :id" + (kind == null ? "" : " and d.kind = :kind"), type)
                .setParameter("id", id);
        if (kind != null) {
            query.setParameter("kind", kind);
        }
        return query.getResultStream().findFirst();
    }

    /** A member of the detail document as JSON, empty when the description or the member is not there. */
    Optional<String> detailMember(long id, DescriptionKind kind, String member) {
        return getEntityManager()
                .createNativeQuery("select cast(jsonb_extract_path(detail, :member) as text) from description "
                        + "where id = :id and kind = :kind", String.class)
                .setParameter("id", id).setParameter("kind", kind.name()).setParameter("member", member)
                .getResultList().stream().filter(Objects::nonNull).map(String.class::cast).findFirst();
    }

    /** Releases for an identity, newest first; they are few, so a handful of rows is read. */
    @SuppressWarnings("unchecked")
    List<Release> releases(DescriptionKind kind, long vendorId, long deviceId) {
        List<Object[]> rows = getEntityManager().createNativeQuery("select d.id, d.vendor_name, d.product_ids, "
                + "d.major_revision, d.minor_revision, d.release_date, d.file_version from description_identity i "
                + "join description d on d.id = i.description_id "
                + "where i.vendor_id = :vendor and i.device_id = :device and d.kind = :kind order by d.id desc")
                .setParameter("vendor", vendorId).setParameter("device", deviceId).setParameter("kind", kind.name())
                .setMaxResults(MAX_RELEASES).getResultList();
        return rows.stream().map(row -> new Release(((Number) row[0]).longValue(), (String) row[1],
                List.of((String[]) row[2]), (Integer) row[3], (Integer) row[4], date(row[5]), (String) row[6]))
                .sorted(formats.newestFirst(kind.name())).toList();
    }

    private static LocalDate date(Object column) {
        return column instanceof Date date ? date.toLocalDate() : (LocalDate) column;
    }

    /** One page of the list. */
    Page<DescriptionSummary> page(DescriptionFilter filter, String sort, PageRequest page) {
        Map<String, Object> values = new LinkedHashMap<>();
        String where = where(filter, values);
        TypedQuery<DescriptionSummary> items = getEntityManager()
                .createQuery(SUMMARY + where + DescriptionSort.order(sort), DescriptionSummary.class)
                .setFirstResult((int) Math.min(Integer.MAX_VALUE, page.offset())).setMaxResults(page.size());
        TypedQuery<Long> total = getEntityManager()
                .createQuery("select count(d) from Description d" + where, Long.class);
        values.forEach(items::setParameter);
        values.forEach(total::setParameter);
        return new Page<>(items.getResultList(), total.getSingleResult(), page);
    }

    private static String where(DescriptionFilter filter, Map<String, Object> values) {
        StringBuilder where = new StringBuilder(" where 1 = 1");
        if (filter.kind() != null) {
            where.append(" and d.kind = :kind");
            values.put("kind", filter.kind());
        }
        if (filter.vendorId() != null) {
            where.append(" and d.vendorId = :vendorId");
            values.put("vendorId", filter.vendorId());
        }
        if (filter.deviceId() != null) {
            where.append(" and d.deviceId = :deviceId");
            values.put("deviceId", filter.deviceId());
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            where.append(" and (lower(d.productName) like :text escape '!' or lower(d.vendorName) like :text escape '!'"
                    + " or lower(d.productFamily) like :text escape '!')");
            values.put("text", Like.contains(filter.text()));
        }
        return where.toString();
    }

    /** Locks a description against being bound to while it is deleted; false when it is not there. */
    boolean lockForDelete(long id, DescriptionKind kind) {
        return !getEntityManager()
                .createNativeQuery(
                        "select id from description where id = :id and (:kind = '' or kind = :kind) for update",
                        Long.class)
                .setParameter("id", id).setParameter("kind", kind == null ? "" : kind.name()).getResultList().isEmpty();
    }

    /** Deletes a description; the database takes along whatever belongs to it. */
    void remove(long id) {
        getEntityManager().createNativeQuery("delete from description where id = :id").setParameter("id", id)
                .executeUpdate();
    }

    /** Ids of descriptions of a kind, lowest first. */
    List<Long> ids(DescriptionKind kind, int limit) {
        return getEntityManager()
                .createQuery("select d.id from Description d where d.kind = :kind order by d.id", Long.class)
                .setParameter("kind", kind).setMaxResults(limit).getResultList();
    }

    /** Writes a description with everything that belongs to it; answers its id. */
    long insert(ReadDescription draft, Instant now, String by) {
        return getEntityManager().unwrap(Session.class)
                .doReturningWork(connection -> DescriptionRows.insert(connection, draft, now, by));
    }

    /** The documents of a description. */
    enum Document {
        DETAIL("detail"), MODEL("model"), LAYOUT("layout"), FINDINGS("findings");

        private final String attribute;

        Document(String attribute) {
            this.attribute = attribute;
        }
    }
}

package io.greenstack.api.description;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;

import io.greenstack.api.platform.Conditions;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Descriptions as entities; for statements on sets of rows see {@link DescriptionRows}. */
@ApplicationScoped
class DescriptionRepository implements PanacheRepositoryBase<Description, Long> {

    private static final String SUMMARY = "select new io.greenstack.api.description.DescriptionSummary(d.id, d.kind, "
            + "d.vendorId, d.deviceId, d.vendorName, d.productName, d.productFamily, d.formatVersion, d.fileVersion, "
            + "d.majorRevision, d.minorRevision, d.releaseDate, d.fileName, d.sha256, d.byteSize, d.parameterCount, "
            + "d.findingCount, d.importedAt, d.viewVersion) from Description d";

    /** Summary of one description, of one kind if it is given. */
    Optional<DescriptionSummary> summary(long id, String kind) {
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

    /** One of the JSON documents of a description. */
    Optional<String> document(long id, String kind, Document document) {
        return ofKind("select d." + document.attribute + " from Description d", id, kind, String.class);
    }

    /** The summary and the detail document of a description, in one row. */
    Optional<DescribedDetail> detail(long id, String kind) {
        return ofKind(SUMMARY.replace(" from Description d", ", d.detail from Description d"), id, kind, Object[].class)
                .map(row -> new DescribedDetail((DescriptionSummary) row[0], (String) row[1]));
    }

    private <T> Optional<T> ofKind(String select, long id, String kind, Class<T> type) {
        TypedQuery<T> query = getEntityManager()
                .createQuery(select + " where d.id = :id" + (kind == null ? "" : " and d.kind = :kind"), type)
                .setParameter("id", id);
        if (kind != null) {
            query.setParameter("kind", kind);
        }
        return query.getResultStream().findFirst();
    }

    /** One page of the list. */
    Page<DescriptionSummary> page(DescriptionFilter filter, String sort, PageRequest page) {
        Conditions wanted = new Conditions().with("d.kind = :kind", "kind", filter.kind())
                .with("d.vendorId = :vendorId", "vendorId", filter.vendorId())
                .with("d.deviceId = :deviceId", "deviceId", filter.deviceId())
                .contains(filter.text(), "d.productName", "d.vendorName", "d.productFamily");
        TypedQuery<DescriptionSummary> items = getEntityManager()
                .createQuery(SUMMARY + wanted.where() + DescriptionSort.order(sort), DescriptionSummary.class)
                .setFirstResult((int) Math.min(Integer.MAX_VALUE, page.offset())).setMaxResults(page.size());
        TypedQuery<Long> total = getEntityManager()
                .createQuery("select count(d) from Description d" + wanted.where(), Long.class);
        wanted.values().forEach(items::setParameter);
        wanted.values().forEach(total::setParameter);
        return new Page<>(items.getResultList(), total.getSingleResult(), page);
    }

    /** Ids of descriptions of a kind, lowest first. */
    List<Long> ids(String kind, int limit) {
        return getEntityManager()
                .createQuery("select d.id from Description d where d.kind = :kind order by d.id", Long.class)
                .setParameter("kind", kind).setMaxResults(limit).getResultList();
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

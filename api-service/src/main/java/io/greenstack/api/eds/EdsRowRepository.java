package io.greenstack.api.eds;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;

/** What lists of EDS files show and the summary of a description does not have. */
@ApplicationScoped
public class EdsRowRepository {

    private static final String NEWEST = "major_revision desc nulls last, minor_revision desc nulls last, "
            + "release_date desc nulls last, id desc";

    private final EntityManager entities;

    @Inject
    public EdsRowRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** The representative of a group; how many revisions its device has. */
    record Group(long id, int revisions) {}

    /** More of a file. */
    record Extra(Integer productType, String productTypeStr, String catalogNumber, String description, String homeUrl,
            long infos, long warnings, long errors, int assemblies, List<String> features) {}

    /** One page of groups in the order of vendor and product. */
    Page<Group> groups(EdsGrouping grouping, PageRequest page) {
        String ranked = "select id, vendor_id, device_id, row_number() over (partition by " + grouping.columns()
                + " order by " + NEWEST + ") as place from description where kind = 'EDS'";
        List<?> rows = entities.createNativeQuery("select g.id, (select count(distinct (d.major_revision, "
                + "d.minor_revision)) from description d where d.kind = 'EDS' and d.vendor_id = g.vendor_id "
                + "and d.device_id = g.device_id) from (" + ranked + ") g where g.place = 1 "
                + "order by g.vendor_id, g.device_id, g.id").setFirstResult((page.page() - 1) * page.size())
                .setMaxResults(page.size()).getResultList();
        List<Group> groups = new ArrayList<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            groups.add(new Group(((Number) columns[0]).longValue(), ((Number) columns[1]).intValue()));
        }
        Number total = (Number) entities
                .createNativeQuery("select count(*) from (" + ranked + ") g where g.place = 1").getSingleResult();
        return new Page<>(groups, total.longValue(), page);
    }

    /** More of some files, by id. */
    Map<Long, Extra> extras(Collection<Long> ids) {
        Map<Long, Extra> extras = new LinkedHashMap<>();
        if (ids.isEmpty()) {
            return extras;
        }
        String count = "(select count(*) from jsonb_array_elements(findings) f where f ->> 'severity' = '%s')";
        List<?> rows = entities.createNativeQuery("select id, cast(detail ->> 'product_type' as integer), "
                + "detail ->> 'product_type_str', detail ->> 'catalog_number', detail ->> 'description', "
                + "detail ->> 'home_url', " + String.format(count, "INFO") + ", " + String.format(count, "WARNING")
                + ", " + String.format(count, "ERROR")
                + ", jsonb_array_length(coalesce(detail -> 'assemblies', '[]')), "
                + "array(select jsonb_array_elements_text(coalesce(detail -> 'features', '[]'))) "
                + "from description where id in :ids").setParameter("ids", ids).getResultList();
        for (Object row : rows) {
            Object[] c = (Object[]) row;
            extras.put(((Number) c[0]).longValue(),
                    new Extra((Integer) c[1], (String) c[2], (String) c[3], (String) c[4], (String) c[5], number(c[6]),
                            number(c[7]), number(c[8]), (int) number(c[9]), List.of((String[]) c[10])));
        }
        return extras;
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}

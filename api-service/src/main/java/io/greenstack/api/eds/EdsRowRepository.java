package io.greenstack.api.eds;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.api.platform.Sql;
import io.greenstack.descriptions.eds.EdsFormat;

/** What lists of EDS files show and the summary of a description does not have. */
@ApplicationScoped
class EdsRowRepository {

    private static final String NEWEST = "major_revision desc nulls last, minor_revision desc nulls last, "
            + "release_date desc nulls last, id desc";
    private static final String EXTRAS = "select id, " + EdsMembers.productType() + " as type, "
            + EdsMembers.text(EdsMembers.PRODUCT_TYPE_NAME) + " as type_name, "
            + EdsMembers.text(EdsMembers.CATALOG_NUMBER) + " as catalog, " + EdsMembers.text(EdsMembers.DESCRIPTION)
            + " as text, " + EdsMembers.text(EdsMembers.HOME_URL) + " as url, info_count as infos, "
            + "warning_count as warnings, error_count as errors, " + EdsMembers.assemblyCount() + " as assemblies, "
            + "array(select jsonb_array_elements_text(" + EdsMembers.features() + ")) as features "
            + "from description where id = any(:ids)";

    private final Sql sql;

    EdsRowRepository(Sql sql) {
        this.sql = sql;
    }

    /** The representative of a group; how many revisions its device has. */
    record Group(long id, int revisions) {}

    /** More of a file. */
    record Extra(Integer productType, String productTypeStr, String catalogNumber, String description, String homeUrl,
            long infos, long warnings, long errors, int assemblies, List<String> features) {}

    /** One page of groups in the order of vendor and product. */
    Page<Group> groups(EdsGrouping grouping, PageRequest page) {
        String first = " from (select id, vendor_id, device_id, row_number() over (partition by " + grouping.columns()
                + " order by " + NEWEST + ") as place from description where kind = :kind) g where g.place = 1";
        return sql.query("select g.id, (select count(distinct (d.major_revision, d.minor_revision)) from description d "
                + "where d.kind = :kind and d.vendor_id = g.vendor_id and d.device_id = g.device_id) as revisions"
                + first + " order by g.vendor_id, g.device_id, g.id").bind("kind", EdsFormat.KIND)
                .page(page, "select count(*)" + first,
                        row -> new Group(row.number("id"), (int) row.number("revisions")));
    }

    /** More of some files, by id. */
    Map<Long, Extra> extras(Collection<Long> ids) {
        Map<Long, Extra> extras = new LinkedHashMap<>();
        sql.query(EXTRAS).array("ids", "bigint", ids)
                .list(row -> extras.put(row.number("id"), new Extra(row.get("type", Integer.class),
                        row.text("type_name"), row.text("catalog"), row.text("text"), row.text("url"),
                        row.number("infos"), row.number("warnings"), row.number("errors"),
                        (int) row.number("assemblies"), row.texts("features"))));
        return extras;
    }
}

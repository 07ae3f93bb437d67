package io.greenstack.api.parameterset;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.export.ParameterSet;
import io.greenstack.api.platform.Conditions;
import io.greenstack.api.platform.JsonText;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.api.platform.Sql;

/** Access to the table of parameter sets. */
@ApplicationScoped
class KeptSetRepository {

    private static final String COLUMNS = "select id, name, notes, source, kind, vendor_id, device_type_id, vendor_name, "
            + "product_name, device_id, value_count, created_at, created_by from parameter_set";

    private final Sql sql;
    private final JsonText json;

    KeptSetRepository(Sql sql, JsonText json) {
        this.sql = sql;
        this.json = json;
    }

    /** Which sets a list shows; null = no restriction. */
    record KeptSetFilter(String text, String deviceId, Long vendorId, Long deviceTypeId) {}

    /** One page, newest first. */
    Page<KeptSetView> page(KeptSetFilter filter, PageRequest page) {
        Conditions wanted = new Conditions().with("device_id = :device", "device", filter.deviceId())
                .with("vendor_id = :vendor", "vendor", filter.vendorId())
                .with("device_type_id = :type", "type", filter.deviceTypeId())
                .contains(filter.text(), "name", "notes", "product_name");
        return sql.query(COLUMNS + wanted.where() + " order by id desc").bind(wanted).page(page,
                "select count(*) from parameter_set" + wanted.where(), KeptSetRepository::read);
    }

    Optional<KeptSetView> find(long id) {
        return sql.query(COLUMNS + " where id = :id").bind("id", id).first(KeptSetRepository::read);
    }

    Optional<ParameterSet> values(long id) {
        return sql.query("select document from parameter_set where id = :id").bind("id", id)
                .first(row -> json.read(row.text("document"), ParameterSet.class));
    }

    long count() {
        return sql.query("select count(*) from parameter_set").one(row -> row.number(1));
    }

    /** Stores a set; answers its number. */
    long insert(String name, String notes, KeptSetSource source, ParameterSet set, Instant now, String who) {
        return sql.query(
                """
                        insert into parameter_set (name, notes, source, kind, vendor_id, device_type_id, vendor_name, product_name,
                        device_id, value_count, document, created_at, created_by) values (:name, :notes, :source, :kind, :vendor,
                        :type, :vendorName, :product, :device, :values, :document::json, :now, :who) returning id""")
                .bind("name", name).bind("notes", notes).bind("source", source).bind("kind", set.kind())
                .bind("vendor", set.vendorId()).bind("type", set.deviceTypeId()).bind("vendorName", set.vendorName())
                .bind("product", set.productName()).bind("device", set.deviceId())
                .bind("values", set.parameters().size()).bind("document", JsonText.storable(json.write(set)))
                .bind("now", now).bind("who", who).one(row -> row.number("id"));
    }

    boolean delete(long id) {
        return sql.query("delete from parameter_set where id = :id").bind("id", id).update() == 1;
    }

    private static KeptSetView read(Sql.Row row) {
        return new KeptSetView(row.number("id"), row.text("name"), row.text("notes"),
                row.constant("source", KeptSetSource.class), row.text("kind"), row.number("vendor_id"),
                row.number("device_type_id"), row.text("vendor_name"), row.text("product_name"), row.text("device_id"),
                (int) row.number("value_count"), row.instant("created_at"), row.text("created_by"));
    }
}

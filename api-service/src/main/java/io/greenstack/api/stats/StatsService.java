package io.greenstack.api.stats;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.cache.CacheNamespace;
import io.greenstack.api.cache.Cached;
import io.greenstack.api.platform.Sql;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Counts. Those of large tables are estimates of the database, which cost nothing. */
@ApplicationScoped
class StatsService {

    private static final int MOST_TABLES = 200;

    private final Sql sql;

    StatsService(Sql sql) {
        this.sql = sql;
    }

    /** Counts of the catalog. */
    @RegisterForReflection
    record Catalog(long iodds, long ioddParameters, long edsFiles, long edsParameters, long edsPackages,
            long edsDevices) {}

    /** A table with its indexes. */
    @RegisterForReflection
    record TableSize(String name, long bytes, long rowsEstimated) {}

    @Cached(namespace = CacheNamespace.STATISTICS)
    Catalog catalog() {
        return sql.query("""
                select count(*) filter (where kind = 'IODD') as iodds,
                       coalesce(sum(parameter_count) filter (where kind = 'IODD'), 0) as iodd_parameters,
                       count(*) filter (where kind = 'EDS') as eds_files,
                       coalesce(sum(parameter_count) filter (where kind = 'EDS'), 0) as eds_parameters,
                       (select count(*) from eds_package) as eds_packages,
                       count(distinct (vendor_id, device_id)) filter (where kind = 'EDS') as eds_devices
                from description""").one(row -> new Catalog(row.number("iodds"), row.number("iodd_parameters"),
                row.number("eds_files"), row.number("eds_parameters"), row.number("eds_packages"),
                row.number("eds_devices")));
    }

    /** Descriptions by kind and vendor, most first, at most 20 of a kind. */
    @Cached(namespace = CacheNamespace.STATISTICS)
    Map<String, Map<String, Long>> vendors() {
        Map<String, Map<String, Long>> vendors = new LinkedHashMap<>();
        sql.query("""
                select kind, vendor, files from (
                    select lower(kind) as kind, coalesce(vendor_name, '') as vendor, count(*) as files,
                           row_number() over (partition by kind order by count(*) desc, vendor_name) as place
                    from description group by kind, vendor_name) ranked
                where place <= 20 order by kind, place""").list(row -> vendors
                .computeIfAbsent(row.text("kind"), kind -> new LinkedHashMap<>())
                .put(row.text("vendor"), row.number("files")));
        return vendors;
    }

    @Cached(namespace = CacheNamespace.STATISTICS)
    long devices() {
        return sql.query("select count(*) as devices from device").one(row -> row.number("devices"));
    }

    /** Import jobs by state. */
    Map<String, Long> jobs() {
        Map<String, Long> jobs = new LinkedHashMap<>();
        sql.query("select lower(state) as state, count(*) as jobs from import_job group by state order by state")
                .list(row -> jobs.put(row.text("state"), row.number("jobs")));
        return jobs;
    }

    @Cached(namespace = CacheNamespace.STATISTICS)
    long databaseBytes() {
        return sql.query("select pg_database_size(current_database()) as bytes").one(row -> row.number("bytes"));
    }

    /** Largest first; a table in parts is one. */
    @Cached(namespace = CacheNamespace.STATISTICS)
    List<TableSize> tables() {
        return sql
                .query("select coalesce(w.relname, t.relname) as name, sum(pg_total_relation_size(t.relid)) as bytes, "
                        + "sum(t.n_live_tup) as live from pg_stat_user_tables t left join pg_inherits i on i.inhrelid = t.relid "
                        + "left join pg_class w on w.oid = i.inhparent group by 1 order by bytes desc, name limit "
                        + MOST_TABLES)
                .list(row -> new TableSize(row.text("name"), row.number("bytes"), row.number("live")));
    }
}

package io.greenstack.api.security;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.greenstack.api.platform.Sql;

/** Endpoints whose statements take too long: by the helper, by entities, within a transaction and without. */
@Path("/api/test/slow-sql")
@RolesAllowed(Roles.VIEWER)
@Produces(MediaType.TEXT_PLAIN)
public class SlowSqlResource {

    private final Sql sql;
    private final EntityManager entities;

    public SlowSqlResource(Sql sql, EntityManager entities) {
        this.sql = sql;
        this.entities = entities;
    }

    @GET
    public String plain() {
        return sql.query("select 'slow-plain', pg_sleep(20)").first(row -> row.text(1)).orElse("");
    }

    @GET
    @Path("/entities")
    @Transactional
    public String entities() {
        return String.valueOf(entities.createNativeQuery("select 'slow-entities' from (select pg_sleep(20)) slept")
                .getSingleResult());
    }

    /** Several times longer than a request may take, but not than this one may. */
    @GET
    @Path("/longer")
    @Transactional
    public String longer() {
        return sql.query("select 'slow-longer', current_setting('statement_timeout'), pg_sleep(2)")
                .first(row -> row.text(2)).orElse("");
    }

    @GET
    @Path("/after")
    public String after() {
        return sql.query("select current_setting('statement_timeout')").first(row -> row.text(1)).orElse("");
    }
}

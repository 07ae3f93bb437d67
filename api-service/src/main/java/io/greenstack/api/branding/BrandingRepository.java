package io.greenstack.api.branding;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.platform.Sql;

/** Access to the one row of branding. */
@ApplicationScoped
class BrandingRepository {

    private final Sql sql;

    BrandingRepository(Sql sql) {
        this.sql = sql;
    }

    /** What is stored but the logo itself. */
    record Branding(String name, String primaryColor, String accentColor, String logoSha256, Instant updatedAt) {}

    Optional<Branding> find() {
        return sql.query("select name, primary_color, accent_color, logo_sha256, updated_at from branding")
                .first(row -> new Branding(row.text("name"), row.text("primary_color"), row.text("accent_color"),
                        row.text("logo_sha256"), row.instant("updated_at")));
    }

    Optional<BrandLogo> logo() {
        return sql.query("select logo, logo_type, logo_sha256 from branding where logo is not null").first(
                row -> new BrandLogo(row.text("logo_type"), row.text("logo_sha256"), row.get("logo", byte[].class)));
    }

    void save(String name, String primary, String accent, Instant now, String by) {
        sql.query("""
                insert into branding (id, name, primary_color, accent_color, updated_at, updated_by)
                values (1, :name, :primary, :accent, :now, :by)
                on conflict (id) do update set name = excluded.name, primary_color = excluded.primary_color,
                    accent_color = excluded.accent_color, updated_at = excluded.updated_at,
                    updated_by = excluded.updated_by""").bind("name", name).bind("primary", primary)
                .bind("accent", accent).bind("now", now).bind("by", by).update();
    }

    /** Puts a logo in place of the one before, null = none. */
    void saveLogo(BrandLogo logo, Instant now, String by) {
        sql.query("update branding set logo = :logo, logo_type = :type, logo_sha256 = :sha256, updated_at = :now, "
                + "updated_by = :by").bind("logo", logo == null ? null : logo.content())
                .bind("type", logo == null ? null : logo.mediaType())
                .bind("sha256", logo == null ? null : logo.sha256()).bind("now", now).bind("by", by).update();
    }

    void delete() {
        sql.query("delete from branding").update();
    }
}

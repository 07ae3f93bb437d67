package io.greenstack.api.maintenance;

/** What can be left over. */
enum OrphanKind {
    /** Packages of EDS files none of whose files is in the catalog any longer. */
    EDS_PACKAGES(
            "select count(*) as rows from eds_package p where not exists (select 1 from eds_package_file f where f.package_id = p.id)",
            "delete from eds_package p where not exists (select 1 from eds_package_file f where f.package_id = p.id)"),
    /** Notes about descriptions that are no longer in the catalog. */
    NOTES("select count(*) as rows from note where description_id is null",
            "delete from note where description_id is null"),
    /** Places of things that searches find in descriptions that are gone. */
    SEARCH_PARTS(
            "select count(*) as rows from search_part p where not exists (select 1 from description d where d.id = p.description_id)",
            "delete from search_part p where not exists (select 1 from description d where d.id = p.description_id)"),
    /** Things that searches find and no description has; they go in the background. */
    SEARCH_TEXTS(
            "select count(*) as rows from search_text t where not exists (select 1 from search_part p where p.text_id = t.id) and not exists (select 1 from search_orphan o where o.text_id = t.id)",
            "insert into search_orphan (text_id) select t.id from search_text t where not exists (select 1 from search_part p where p.text_id = t.id) on conflict do nothing");

    private final String count;
    private final String removal;

    OrphanKind(String count, String removal) {
        this.count = count;
        this.removal = removal;
    }

    String count() {
        return count;
    }

    /** Statement that removes them, or has them removed by the search, which knows who else is about to use one. */
    String removal() {
        return removal;
    }
}

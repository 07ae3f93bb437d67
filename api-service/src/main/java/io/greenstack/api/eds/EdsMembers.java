package io.greenstack.api.eds;

/**
 * Members of the detail of an EDS that statements read; see {@code EdsDetail}, which writes them. The column {@code listed}
 * holds a copy of them, which the database keeps.
 */
final class EdsMembers {

    static final String PRODUCT_TYPE = "product_type";
    static final String PRODUCT_TYPE_NAME = "product_type_str";
    static final String CATALOG_NUMBER = "catalog_number";
    static final String DESCRIPTION = "description";
    static final String HOME_URL = "home_url";
    static final String ASSEMBLIES = "assemblies";
    static final String FEATURES = "features";

    private static final String ASSEMBLY_COUNT = "assembly_count";

    private EdsMembers() {}

    /** The text of a member, from the column that holds what lists show: the document itself is slow to open. */
    static String text(String member) {
        return "listed ->> '" + member + "'";
    }

    /** The product type, null if there is none. */
    static String productType() {
        return "cast(" + text(PRODUCT_TYPE) + " as integer)";
    }

    /** The features as a JSON list, empty if there are none. */
    static String features() {
        return "cast(coalesce(" + text(FEATURES) + ", '[]') as jsonb)";
    }

    /** How many assemblies there are. */
    static String assemblyCount() {
        return "cast(coalesce(" + text(ASSEMBLY_COUNT) + ", '0') as integer)";
    }
}

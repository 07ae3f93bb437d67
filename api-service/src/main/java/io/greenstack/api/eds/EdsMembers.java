package io.greenstack.api.eds;

/** Names of the members of the detail of an EDS that statements read; see {@code EdsDetail}, which writes them. */
final class EdsMembers {

    static final String PRODUCT_TYPE = "product_type";
    static final String PRODUCT_TYPE_NAME = "product_type_str";
    static final String CATALOG_NUMBER = "catalog_number";
    static final String DESCRIPTION = "description";
    static final String HOME_URL = "home_url";
    static final String ASSEMBLIES = "assemblies";
    static final String FEATURES = "features";

    private EdsMembers() {}

    /** The text of a member. */
    static String text(String member) {
        return "detail ->> '" + member + "'";
    }

    /** The list of a member, empty if it is not there. */
    static String list(String member) {
        return "coalesce(detail -> '" + member + "', '[]')";
    }
}

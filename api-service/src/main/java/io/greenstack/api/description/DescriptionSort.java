package io.greenstack.api.description;

import io.greenstack.api.platform.ApiException;

/** Orders of the list of descriptions; every one ends with the id, so that pages never overlap. */
enum DescriptionSort {
    /** By id. */
    ID("id", "d.id"),
    /** By product name. */
    PRODUCT("product_name", "lower(d.productName)"),
    /** By vendor name. */
    VENDOR("vendor_name", "lower(d.vendorName)"),
    /** By release date. */
    RELEASE("release_date", "d.releaseDate"),
    /** By time of import. */
    IMPORT("import_date", "d.importedAt");

    private final String parameter;
    private final String expression;

    DescriptionSort(String parameter, String expression) {
        this.parameter = parameter;
        this.expression = expression;
    }

    /**
     * The HQL order for a {@code sort} parameter: a name, with {@code -} before it for the reverse; newest import first
     * when it is null.
     *
     * @throws ApiException 400 when the name is not known
     */
    static String order(String sort) {
        String wanted = sort == null || sort.isBlank() ? "-import_date" : sort.strip();
        boolean descending = wanted.startsWith("-");
        String name = descending ? wanted.substring(1) : wanted;
        for (DescriptionSort candidate : values()) {
            if (candidate.parameter.equals(name)) {
                String direction = descending ? " desc" : " asc";
                return " order by " + candidate.expression + direction + " nulls last, d.id" + direction;
            }
        }
        throw ApiException.invalidParameter("sort", "one of id, product_name, vendor_name, release_date, import_date, "
                + "with '-' before it for the reverse, is needed");
    }
}

package io.greenstack.api.security;

/** Role names for {@code @RolesAllowed}. */
public final class Roles {

    /** May read. */
    public static final String VIEWER = "viewer";
    /** May read and operate. */
    public static final String OPERATOR = "operator";
    /** May do everything. */
    public static final String ADMIN = "admin";

    private Roles() {}
}

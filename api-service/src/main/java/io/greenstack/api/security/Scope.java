package io.greenstack.api.security;

import java.util.Set;

/** What a principal may do; each scope includes the ones before it. */
enum Scope {
    /** Read everything but keys. */
    VIEWER(Set.of(Roles.VIEWER)),
    /** Also import files, register and bind devices. */
    OPERATOR(Set.of(Roles.VIEWER, Roles.OPERATOR)),
    /** Also delete and manage keys. */
    ADMIN(Set.of(Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN));

    private final Set<String> roles;

    Scope(Set<String> roles) {
        this.roles = roles;
    }

    /** The role names of {@link Roles} that the scope grants. */
    public Set<String> roles() {
        return roles;
    }
}

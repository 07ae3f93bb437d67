package io.greenstack.api.credential;

/** What others are told about logins, inside the transaction of the change. */
final class CredentialEvents {

    private CredentialEvents() {}

    /** There is another set of logins now. */
    record Changed() {}
}

package io.greenstack.api.security;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** An API key that a request presents. */
class ApiKeyCredential extends BaseAuthenticationRequest {

    private final byte[] hash;

    public ApiKeyCredential(String key) {
        this.hash = Secrets.hash(key);
    }

    byte[] hash() {
        return hash;
    }
}

package io.greenstack.api.security;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** An API key that a request presents. */
class ApiKeyCredential extends BaseAuthenticationRequest {

    private final byte[] hash;
    private final String address;

    /** @param address where the request comes from */
    ApiKeyCredential(String key, String address) {
        this.hash = Secrets.hash(key);
        this.address = address;
    }

    String address() {
        return address;
    }

    byte[] hash() {
        return hash;
    }
}

package io.greenstack.api.security;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Set;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;

/** Tells loopback names and addresses from others. */
final class Loopback {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private Loopback() {}

    /** Whether a server that binds to this host can only be reached from this machine. */
    static boolean binds(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /**
     * Whether a request really comes from a local program: addressed to a loopback name (a foreign name would be DNS rebinding)
     * and, when a browser sends it, from a page of this machine (else a foreign page could post to it).
     */
    static boolean sends(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        if (authority == null || !NAMES.contains(authority.host())) {
            return false;
        }
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return true;
        }
        try {
            String host = new URI(origin).getHost();
            return host != null && NAMES.contains(host);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}

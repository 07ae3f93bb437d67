package io.greenstack.api.platform;

import java.net.URI;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says where something is by its path: the framework puts the Host header of the request in front, which may be anything. */
class LocationFilter {

    @ServerResponseFilter
    public void shorten(ContainerResponseContext response) {
        if (response.getHeaders().getFirst(HttpHeaders.LOCATION) instanceof URI address && address.isAbsolute()) {
            response.getHeaders().putSingle(HttpHeaders.LOCATION, Responses.local(address));
        }
    }
}

package io.greenstack.api.platform;

import jakarta.ws.rs.container.ContainerRequestContext;

import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** What is logged while a request about a device is worked on has the id of the device, beside the trace id. */
class LoggedDevice {

    private static final String DEVICES = "/api/devices/";

    @ServerRequestFilter(priority = 40)
    public void note(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        if (path.startsWith(DEVICES)) {
            int end = path.indexOf('/', DEVICES.length());
            MDC.put("deviceId", end < 0 ? path.substring(DEVICES.length()) : path.substring(DEVICES.length(), end));
        }
    }
}

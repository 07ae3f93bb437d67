package io.greenstack.edge.http;

import java.util.List;
import java.util.NoSuchElementException;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

import io.greenstack.platform.config.ServiceAccess;
import io.greenstack.platform.resilience.BreakerRegistry;
import io.greenstack.platform.resilience.BreakerStatus;

/** Circuit breakers of this service, for the api-service, which shows the key that both know. */
@Path("/breakers")
class EdgeBreakerResource {

    private static final String KEY = "X-API-Key";

    private final BreakerRegistry breakers;
    private final ServiceAccess access;

    public EdgeBreakerResource(BreakerRegistry breakers, ServiceAccess access) {
        this.breakers = breakers;
        this.access = access;
    }

    @GET
    public RestResponse<List<BreakerStatus>> list(@HeaderParam(KEY) String key) {
        return access.allows(key) ? RestResponse.ok(breakers.list()) : RestResponse.status(Status.FORBIDDEN);
    }

    @POST
    @Path("/{name}/reset")
    public RestResponse<BreakerStatus> reset(String name, @HeaderParam(KEY) String key) {
        if (!access.allows(key)) {
            return RestResponse.status(Status.FORBIDDEN);
        }
        try {
            return RestResponse.ok(breakers.reset(name));
        } catch (NoSuchElementException e) {
            return RestResponse.status(Status.NOT_FOUND);
        }
    }
}

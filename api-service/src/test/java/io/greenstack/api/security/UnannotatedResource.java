package io.greenstack.api.security;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** An endpoint whose author forgot to say who may use it. */
@Path("/api/test/unannotated")
public class UnannotatedResource {

    @GET
    public String forgotten() {
        return "never seen";
    }
}

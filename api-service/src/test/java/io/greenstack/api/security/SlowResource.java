package io.greenstack.api.security;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** An endpoint that takes too long. */
@Path("/api/test/slow")
@RolesAllowed(Roles.VIEWER)
@Produces(MediaType.TEXT_PLAIN)
public class SlowResource {

    private static final CountDownLatch ENDED = new CountDownLatch(1);
    private static volatile String outcome = "none";

    @GET
    public String slow() {
        try {
            outcome = new CountDownLatch(1).await(20, TimeUnit.SECONDS) ? "done" : "waited";
        } catch (InterruptedException e) {
            outcome = "interrupted";
        }
        ENDED.countDown();
        return outcome;
    }

    @GET
    @Path("/outcome")
    public String outcome() throws InterruptedException {
        ENDED.await(900, TimeUnit.MILLISECONDS);
        return outcome;
    }
}

package io.greenstack.platform.health;

import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;

/**
 * Serves health and metrics on a port of their own too, if one is set: clients that take all connections of the service do not take
 * those of its probes, and the port can be kept from them. The paths stay where they are.
 */
@ApplicationScoped
class ManagementPort {

    private static final Logger LOG = Logger.getLogger(ManagementPort.class);
    private static final Pattern SERVED = Pattern.compile("/(q/(health|metrics)|health|api/health)(/.*)?");
    private static final int MOST_CONNECTIONS_WAITING = 64;
    private static final int PATIENCE_SECONDS = 10;

    private final ManagementSettings settings;
    private final String host;
    private final Vertx vertx;
    private HttpServer server;
    private volatile boolean open;

    ManagementPort(ManagementSettings settings, @ConfigProperty(name = "quarkus.http.host") String host, Vertx vertx) {
        this.settings = settings;
        this.host = host;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event, Router router) throws Exception {
        if (settings.port().isEmpty()) {
            return;
        }
        server = vertx.createHttpServer(new HttpServerOptions().setHost(host).setPort(settings.port().getAsInt())
                .setAcceptBacklog(MOST_CONNECTIONS_WAITING).setHttp2ClearTextEnabled(false)
                .setIdleTimeout(PATIENCE_SECONDS))
                .requestHandler(request -> serve(router, request)).listen().toCompletionStage().toCompletableFuture()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        LOG.infof("Health and metrics are also on port %d", server.actualPort());
    }

    /** Requests are taken now. Before, nobody is to be told that they are. */
    void opened(@ObservesAsync HttpServerStart event) {
        open = true;
    }

    /** The same where only TLS is spoken. */
    void opened(@ObservesAsync HttpsServerStart event) {
        open = true;
    }

    private void serve(Router router, HttpServerRequest request) {
        if (!open) {
            request.response().setStatusCode(503).putHeader("Retry-After", "1").end();
        } else if (SERVED.matcher(request.path()).matches()) {
            router.handle(request);
        } else {
            request.response().setStatusCode(404).end();
        }
    }

    @PreDestroy
    void stop() {
        if (server != null) {
            server.close();
        }
    }
}

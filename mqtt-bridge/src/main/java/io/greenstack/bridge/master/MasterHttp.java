package io.greenstack.bridge.master;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;

import io.greenstack.bridge.master.AdapterException.Kind;
import io.greenstack.platform.network.AllowedNetworks;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;

/**
 * HTTP to one master. A name is looked up for every request; each of its addresses has to be in an allowed network, and the one that
 * was checked is the one that is connected, so a name server cannot exchange it. Redirects are not followed, answers are bounded in
 * octets and in time. Holds no thread while it waits.
 */
public final class MasterHttp {

    private static final int MOST_OCTETS = 2 * 1024 * 1024;
    private static final int CONNECTIONS = 2;

    private final Vertx vertx;
    private final HttpClient client;
    private final AllowedNetworks networks;
    private final String host;
    private final int port;
    private final boolean secure;
    private final String base;
    private final long timeoutMillis;

    /**
     * @param address URL of the master
     * @param verify with {@code https}: whether somebody has to vouch for its certificate
     */
    public MasterHttp(Vertx vertx, URI address, boolean verify, AllowedNetworks networks, Duration connectTimeout,
            Duration requestTimeout) {
        this.vertx = vertx;
        this.networks = networks;
        this.host = address.getHost().replaceAll("^\\[|]$", "");
        this.secure = "https".equals(address.getScheme());
        this.port = address.getPort() > 0 ? address.getPort() : secure ? 443 : 80;
        this.base = address.getRawPath() == null ? "" : address.getRawPath();
        this.timeoutMillis = requestTimeout.toMillis();
        this.client = vertx
                .createHttpClient(new HttpClientOptions().setMaxPoolSize(CONNECTIONS).setMaxWaitQueueSize(1_000)
                        .setConnectTimeout((int) connectTimeout.toMillis()).setIdleTimeout(60).setKeepAliveTimeout(30)
                        .setVerifyHost(verify).setTrustAll(!verify).setMaxHeaderSize(16 * 1024)
                        .setDecompressionSupported(false));
    }

    /** Whether it is encrypted. */
    public boolean secure() {
        return secure;
    }

    /**
     * An answer.
     *
     * @param status of HTTP, no redirect
     */
    public record Answer(int status, Buffer body) {}

    /**
     * Sends a request.
     *
     * @param path below the address, with a slash at its begin
     * @param body null for none
     * @return fails with an {@link AdapterException}
     */
    public Future<Answer> send(HttpMethod method, String path, Map<String, String> headers, Buffer body) {
        Promise<Answer> done = Promise.promise();
        HttpClientRequest[] sent = new HttpClientRequest[1];
        long timer = vertx.setTimer(timeoutMillis, late -> {
            done.tryFail(new AdapterException(Kind.AWAY, "master-away",
                    "The master does not answer within " + timeoutMillis + " ms"));
            if (sent[0] != null) {
                sent[0].reset();
            }
        });
        resolved().compose(server -> client.request(new RequestOptions().setServer(server).setHost(host).setPort(port)
                .setSsl(secure).setMethod(method).setURI(base + path).setFollowRedirects(false)))
                .compose(request -> {
                    sent[0] = request;
                    if (done.future().isComplete()) {
                        request.reset();
                        return Future.failedFuture("too late");
                    }
                    headers.forEach(request::putHeader);
                    return body == null ? request.send() : request.send(body);
                }).compose(this::answer).onSuccess(done::tryComplete)
                .onFailure(failure -> done.tryFail(AdapterException.of(failure)));
        return done.future().onComplete(end -> vertx.cancelTimer(timer));
    }

    private Future<Answer> answer(HttpClientResponse response) {
        if (response.statusCode() >= 300 && response.statusCode() < 400) {
            response.exceptionHandler(end -> {});
            response.request().reset();
            return Future.failedFuture(new AdapterException(Kind.REFUSED, "redirected",
                    "The address answers with a redirect (HTTP " + response.statusCode() + "), which is not followed"));
        }
        Promise<Answer> done = Promise.promise();
        Buffer body = Buffer.buffer();
        response.handler(part -> {
            if (body.length() + part.length() > MOST_OCTETS) {
                done.tryFail(new AdapterException(Kind.REFUSED, "answer-too-large",
                        "The address answers with more than " + MOST_OCTETS + " octets; is it a master?"));
                response.request().reset();
            } else {
                body.appendBuffer(part);
            }
        });
        response.exceptionHandler(done::tryFail);
        response.endHandler(end -> done.tryComplete(new Answer(response.statusCode(), body)));
        return done.future();
    }

    private Future<SocketAddress> resolved() {
        return vertx.executeBlocking(this::resolve, false)
                .map(address -> SocketAddress.inetSocketAddress(port, address));
    }

    private String resolve() {
        InetAddress[] found;
        try {
            found = InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new AdapterException(Kind.AWAY, "unknown-host", "The name " + host + " has no address");
        }
        for (InetAddress address : found) {
            String refusal = networks.refusal(address);
            if (refusal != null) {
                throw new AdapterException(Kind.REFUSED, "address-not-allowed", "The address " + refusal
                        + " (GREENSTACK_MASTERS_NETWORKS)");
            }
        }
        return found[0].getHostAddress();
    }

    /** Closes its connections. */
    public void close() {
        client.close();
    }
}

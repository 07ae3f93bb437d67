package io.greenstack.api.alarm.notice;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.JsonText;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;

/**
 * Posts messages to webhooks, signed with the secret of the channel. The address is checked before each call, redirects are not
 * followed, and of the answer only the status is read.
 */
@ApplicationScoped
class WebhookSender {

    private static final int MOST_SOCKETS = 4;

    private final HttpClient client;
    private final JsonText json;
    private final NoticeSettings settings;

    WebhookSender(Vertx vertx, JsonText json, NoticeSettings settings) {
        this.json = json;
        this.settings = settings;
        this.client = vertx.createHttpClient(new HttpClientOptions().setKeepAlive(false).setMaxPoolSize(MOST_SOCKETS)
                .setConnectTimeout((int) settings.webhook().timeout().toMillis()).setVerifyHost(true));
    }

    @PreDestroy
    void stop() {
        client.close();
    }

    /** @throws NoticeException when the answer is not 2xx, or there is none in time */
    void send(StoredChannel channel, NoticeMessage message) {
        WebhookAddress address = address(channel);
        byte[] body = body(channel, message).getBytes(StandardCharsets.UTF_8);
        String time = Long.toString(message.sentAt().getEpochSecond());
        Duration limit = settings.webhook().timeout();
        InetAddress target = resolve(address);
        RequestOptions options = new RequestOptions().setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(address.port(), target.getHostAddress()))
                .setHost(address.host()).setPort(address.port()).setSsl(address.secure()).setURI(address.target())
                .setFollowRedirects(false).setTimeout(limit.toMillis())
                .putHeader("Content-Type", "application/json").putHeader("User-Agent", "GreenStack")
                .putHeader("X-GreenStack-Delivery", message.delivery().toString())
                .putHeader("X-GreenStack-Timestamp", time)
                .putHeader("X-GreenStack-Signature", "sha256=" + signature(channel.secret(), time, body));
        Future<Integer> status = client.request(options).compose(request -> request.send(Buffer.buffer(body))
                .map(response -> {
                    int code = response.statusCode();
                    request.connection().close();
                    return code;
                }));
        int code = await(status, limit);
        if (code < 200 || code >= 300) {
            throw new NoticeException("the receiver answered " + code
                    + (code >= 300 && code < 400 ? ", and redirects are not followed" : ""));
        }
    }

    private WebhookAddress address(StoredChannel channel) {
        try {
            return WebhookAddress.of(channel.url(), settings.webhook());
        } catch (ApiException e) {
            throw new NoticeException(e.getMessage());
        }
    }

    /** A name server may take its time; then this one is given up. */
    private InetAddress resolve(WebhookAddress address) {
        try {
            return CompletableFuture.supplyAsync(() -> address.resolve(settings.webhook()))
                    .get(settings.webhook().timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new NoticeException(e.getCause().getMessage());
        } catch (TimeoutException e) {
            throw new NoticeException("the name server does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoticeException("the service stops");
        }
    }

    private static int await(Future<Integer> status, Duration limit) {
        try {
            return status.toCompletionStage().toCompletableFuture().get(2 * limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new NoticeException("the receiver does not answer: " + e.getCause().getMessage());
        } catch (TimeoutException e) {
            throw new NoticeException("the receiver does not answer in " + limit.toMillis() + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoticeException("the service stops");
        }
    }

    private String body(StoredChannel channel, NoticeMessage message) {
        return channel.body() == null
                ? json.write(message)
                : NoticeTexts.json(channel, message.notices(),
                        text -> new String(JsonStringEncoder.getInstance().quoteAsString(text)));
    }

    /** Whether the template of a channel makes JSON. */
    boolean isJson(StoredChannel channel, NoticeMessage message) {
        try {
            json.tree(body(channel, message));
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /** HMAC-SHA256 over the time, a dot and the body, so that an old message cannot be sent again. */
    static String signature(String secret, String time, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((time + '.').getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has HmacSHA256", e);
        }
    }
}

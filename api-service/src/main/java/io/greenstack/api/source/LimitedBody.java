package io.greenstack.api.source;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Takes a body up to a size; a larger one ends the answer as soon as that shows. */
final class LimitedBody implements HttpResponse.BodySubscriber<byte[]> {

    private final long limit;
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private Flow.Subscription subscription;

    LimitedBody(long limit) {
        this.limit = limit;
    }

    /** For answers; one that says beforehand that it is larger is not read at all, and refused even if it ends at once. */
    static HttpResponse.BodyHandler<byte[]> handler(long limit) {
        return response -> {
            LimitedBody body = new LimitedBody(limit);
            if (response.headers().firstValueAsLong("Content-Length").orElse(0) > limit) {
                body.refuse();
            }
            return body;
        };
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscribed) {
        subscription = subscribed;
        if (body.isDone()) {
            subscription.cancel();
        } else {
            subscription.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (octets.size() + (long) buffer.remaining() > limit) {
                refuse();
                subscription.cancel();
                return;
            }
            byte[] part = new byte[buffer.remaining()];
            buffer.get(part);
            octets.writeBytes(part);
        }
        subscription.request(1);
    }

    private void refuse() {
        body.completeExceptionally(new SourceException(SourceException.Kind.REFUSED, "too-large",
                "The package is larger than may be uploaded."));
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(octets.toByteArray());
    }
}

package io.greenstack.suite;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** A server-sent event stream that is read in the background. */
final class EventStream implements AutoCloseable {

    private final InputStream body;
    private final StringBuffer text = new StringBuffer();

    private EventStream(InputStream body) {
        this.body = body;
    }

    /** Connects and returns when the server has accepted the stream. */
    static EventStream open(String url) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build().send(
                HttpRequest.newBuilder(URI.create(url)).header("Accept", "text/event-stream").build(),
                HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new IOException(url + " answers " + response.statusCode());
        }
        EventStream stream = new EventStream(response.body());
        Thread reader = new Thread(stream::read, "event-stream");
        reader.setDaemon(true);
        reader.start();
        return stream;
    }

    private void read() {
        byte[] buffer = new byte[4096];
        try {
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                text.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            text.append("[closed: ").append(e.getMessage()).append(']');
        }
    }

    /** What came so far. */
    String text() {
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}

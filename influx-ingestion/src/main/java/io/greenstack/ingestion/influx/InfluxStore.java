package io.greenstack.ingestion.influx;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.InfluxDBClientOptions;
import com.influxdb.client.WriteApiBlocking;
import com.influxdb.client.domain.WritePrecision;
import com.influxdb.exceptions.InfluxException;

import io.greenstack.platform.tracing.BatchTracing;
import okhttp3.OkHttpClient;

/**
 * InfluxDB 2 by its Java client. Nothing is asked of the server before the first write, so the service starts without it.
 * The blocking API is used, because the asynchronous one drops points when its own buffer is full.
 */
@Singleton
class InfluxStore implements LineStore {

    private final InfluxConfig config;
    private final InfluxDBClient client;
    private final WriteApiBlocking writes;

    /** For the container. */
    public InfluxStore(InfluxConfig config) {
        this.config = config;
        OkHttpClient.Builder http = new OkHttpClient.Builder().connectTimeout(config.connectTimeout())
                .readTimeout(config.callTimeout()).writeTimeout(config.callTimeout()).callTimeout(config.callTimeout())
                .addInterceptor(chain -> chain.proceed(
                        chain.request().newBuilder().header("traceparent", BatchTracing.currentTraceparent()).build()));
        InfluxDBClientOptions.Builder options = InfluxDBClientOptions.builder().url(config.url()).org(config.org())
                .bucket(config.bucket()).okHttpClient(http);
        config.token().filter(token -> !token.isBlank())
                .ifPresent(token -> options.authenticateToken(token.toCharArray()));
        this.client = InfluxDBClientFactory.create(options.build()).enableGzip();
        this.writes = client.getWriteApiBlocking();
    }

    @Override
    public void write(String lines) {
        try {
            writes.writeRecord(config.bucket(), config.org(), WritePrecision.NS, lines);
        } catch (InfluxException e) {
            throw StoreErrors.sort(e, config.bucket(), config.org());
        }
    }

    @Override
    public boolean ping() {
        return Boolean.TRUE.equals(client.ping());
    }

    @PreDestroy
    void close() {
        client.close();
    }
}

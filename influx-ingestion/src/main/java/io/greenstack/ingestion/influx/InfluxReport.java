package io.greenstack.ingestion.influx;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

import jakarta.inject.Singleton;

import io.greenstack.edge.output.Output;
import io.greenstack.edge.output.OutputCounts;
import io.greenstack.edge.output.OutputReport;

/** Tells of the time-series store. */
@Singleton
class InfluxReport implements OutputReport {

    private final InfluxConfig config;
    private final OutputCounts counts;

    InfluxReport(InfluxConfig config, OutputCounts counts) {
        this.config = config;
        this.counts = counts;
    }

    @Override
    public Output now() {
        return new Output("influxdb", true, withoutSecrets(config.url()) + " " + config.org() + "/" + config.bucket(),
                Map.of("INFLUXDB_LAYOUT", config.layout().name().toLowerCase(Locale.ROOT), "INFLUXDB_RETENTION",
                        config.retention().isZero() ? "" : config.retention().toString(),
                        "greenstack.influx.max-parameters-per-device",
                        String.valueOf(config.maxParametersPerDevice())),
                Map.of("sent", counts.of("greenstack.influx.points", "result", "stored"), "refused",
                        counts.of("greenstack.influx.points", "result", "refused")));
    }

    /** An address without user, query and fragment, any of which can hold a secret. */
    static String withoutSecrets(String address) {
        URI url = URI.create(address);
        return url.getHost() == null
                ? url.getScheme() + ":"
                : url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort())
                        + url.getPath();
    }
}

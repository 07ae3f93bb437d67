package io.greenstack.edge.mqtt;

import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.PemTrustOptions;

/** Turns our settings into those of a Vert.x TCP client. */
final class LinkOptions {

    private LinkOptions() {}

    static NetClientOptions of(MqttConnectionSettings settings) {
        NetClientOptions options = new NetClientOptions()
                .setConnectTimeout((int) settings.connectTimeout().toMillis());
        if (settings.tls()) {
            options.setSsl(true).setTrustAll(false).setHostnameVerificationAlgorithm("HTTPS");
            settings.trustCertificate().filter(path -> !path.isEmpty())
                    .ifPresent(path -> options.setTrustOptions(new PemTrustOptions().addCertPath(path)));
        }
        return options;
    }

    /** Name for server name indication, or null where there is none to send: without TLS, and for IP addresses (RFC 6066, 3). */
    static String serverName(MqttConnectionSettings settings) {
        String host = settings.host();
        boolean address = host.indexOf(':') >= 0 || host.chars().allMatch(c -> c == '.' || Character.isDigit(c));
        return settings.tls() && !address ? host : null;
    }
}

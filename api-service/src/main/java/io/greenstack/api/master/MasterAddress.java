package io.greenstack.api.master;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;

import io.greenstack.api.platform.ApiException;
import io.greenstack.platform.network.AllowedNetworks;
import io.netty.util.NetUtil;

/**
 * Where a master is: a URL, or a topic of the broker. Names are looked up by the bridge, each time it connects; only an address that is
 * written out can be judged here.
 */
record MasterAddress(String url, String host) {

    private static final int LONGEST_ID = 24;
    private static final int LONGEST_TOPIC = 200;

    /**
     * Reads an address.
     *
     * @throws ApiException 400 when it is none, or not in a network that the operator allows
     */
    static MasterAddress of(String text, AllowedNetworks networks) {
        String given = text.strip();
        URI uri;
        try {
            uri = new URI(given.contains("://") ? given : "http://" + given);
        } catch (URISyntaxException e) {
            throw ApiException.invalidParameter("address", "it is no address and no URL: " + e.getReason());
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!"http".equals(scheme) && !"https".equals(scheme) || uri.getHost() == null) {
            throw ApiException.invalidParameter("address",
                    "an address such as 192.168.0.10 or https://master.example.org is needed");
        }
        if (uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null) {
            throw ApiException.invalidParameter("address",
                    "it must have neither a user nor a query; for a login give username and password");
        }
        String host = uri.getHost().replaceAll("^\\[|]$", "");
        String refusal = refusal(host, networks);
        if (refusal != null) {
            throw ApiException.invalidParameter("address",
                    refusal + "; the operator allows networks in GREENSTACK_MASTERS_NETWORKS");
        }
        return new MasterAddress(uri.toString().replaceAll("/+$", ""), host);
    }

    /**
     * Reads the topic below which a master publishes.
     *
     * @throws ApiException 400 when it is none
     */
    static MasterAddress topic(String text) {
        String topic = text.strip();
        boolean levels = topic.matches("[^/+#$\\p{Cntrl}][^/+#\\p{Cntrl}]*(/[^/+#\\p{Cntrl}]+)*");
        if (!levels || topic.length() > LONGEST_TOPIC) {
            throw ApiException.invalidParameter("address",
                    "a master of this kind is reached over the broker: the topic "
                            + "below which it publishes is needed, such as hall1/ice2-17, of at most " + LONGEST_TOPIC
                            + " characters, without a slash at its ends and without + and #");
        }
        return new MasterAddress(topic, topic.substring(topic.lastIndexOf('/') + 1));
    }

    private static String refusal(String host, AllowedNetworks networks) {
        if (!NetUtil.isValidIpV4Address(host) && !NetUtil.isValidIpV6Address(host)) {
            return null;
        }
        try {
            return networks.refusal(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return host + " is no address";
        }
    }

    /** A name for the master at this address. */
    String suggestedId() {
        String plain = host.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-", "");
        String id = plain.isEmpty() ? "master" : plain;
        return id.length() > LONGEST_ID ? id.substring(0, LONGEST_ID) : id;
    }
}

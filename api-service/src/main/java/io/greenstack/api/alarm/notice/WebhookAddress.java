package io.greenstack.api.alarm.notice;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.greenstack.api.platform.ApiException;

/**
 * Where webhooks may go: to the hosts that the operator allows, and there to none of the addresses of this machine, of its link or of
 * the metadata service of a cloud. The address that was checked is the one that is called, so a name server cannot exchange it.
 */
final class WebhookAddress {

    private static final int LONGEST = 2_000;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    /** Services that tell whoever asks the credentials of the machine. */
    private static final Set<String> METADATA = Set.of("169.254.169.254", "169.254.170.2", "100.100.100.200",
            "192.0.0.192", "fd00:ec2:0:0:0:0:0:254", "fd20:ce:0:0:0:0:0:254");

    private final URI uri;

    private WebhookAddress(URI uri) {
        this.uri = uri;
    }

    /**
     * A URL that may be called.
     *
     * @throws ApiException 400 when it is none
     */
    static WebhookAddress of(String url, NoticeSettings.Webhook settings) {
        if (url == null || url.isBlank() || url.length() > LONGEST) {
            throw wrong("a URL of at most " + LONGEST + " characters is needed");
        }
        URI uri;
        try {
            uri = new URI(url.strip());
        } catch (URISyntaxException e) {
            throw wrong("it is no URL: " + e.getReason());
        }
        if (!"https".equals(uri.getScheme()) && !"http".equals(uri.getScheme()) || uri.getHost() == null) {
            throw wrong("a URL such as https://alarms.example.org/hook is needed");
        }
        if (uri.getUserInfo() != null || uri.getFragment() != null) {
            throw wrong("it must have neither a user nor a fragment");
        }
        WebhookAddress address = new WebhookAddress(uri);
        List<String> allowed = settings.hosts().orElse(List.of());
        if (allowed.stream().noneMatch(address::matches)) {
            throw wrong("the host " + uri.getHost() + " is not allowed; the operator allows hosts in "
                    + "GREENSTACK_WEBHOOK_HOSTS");
        }
        return address;
    }

    private static ApiException wrong(String what) {
        return ApiException.invalidParameter("url", what);
    }

    private boolean matches(String pattern) {
        String wanted = pattern.strip().toLowerCase(Locale.ROOT);
        String host = host();
        int colon = wanted.lastIndexOf(':');
        if (colon > 0 && wanted.indexOf(']') < colon && wanted.substring(colon + 1).matches("\\d{1,5}")) {
            if (port() != Integer.parseInt(wanted.substring(colon + 1))) {
                return false;
            }
            wanted = wanted.substring(0, colon);
        }
        return wanted.startsWith("*.")
                ? host.endsWith(wanted.substring(1)) && host.length() > wanted.length() - 1
                : host.equals(wanted);
    }

    String host() {
        return uri.getHost().toLowerCase(Locale.ROOT);
    }

    int port() {
        return uri.getPort() > 0 ? uri.getPort() : secure() ? HTTPS : HTTP;
    }

    boolean secure() {
        return "https".equals(uri.getScheme());
    }

    /** Path and query. */
    String target() {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + '?' + uri.getRawQuery();
    }

    /**
     * Looks up the address to call.
     *
     * @throws IllegalStateException when the name has none, or one that may not be called
     */
    InetAddress resolve(NoticeSettings.Webhook settings) {
        InetAddress[] found;
        try {
            found = InetAddress.getAllByName(host().replaceAll("^\\[|]$", ""));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("The name " + host() + " has no address", e);
        }
        for (InetAddress address : found) {
            if (forbidden(address, settings.local())) {
                throw new IllegalStateException("The name " + host() + " has an address that may not be called: "
                        + address.getHostAddress());
            }
        }
        return found[0];
    }

    static boolean forbidden(InetAddress address, boolean local) {
        String text = address.getHostAddress().replaceAll("%.*", "");
        return METADATA.contains(text) || address.isAnyLocalAddress() || address.isMulticastAddress()
                || !local && (address.isLoopbackAddress() || address.isLinkLocalAddress());
    }
}

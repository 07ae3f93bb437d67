package io.greenstack.api.alarm.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.greenstack.api.platform.ApiException;

class WebhookAddressTest {

    @Test
    void withoutAnAllowedHostNothingMayBeCalled() {
        assertThatThrownBy(() -> WebhookAddress.of("https://example.org/x", settings(false)))
                .isInstanceOf(ApiException.class).hasMessageContaining("GREENSTACK_WEBHOOK_HOSTS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://hook.example.org/a", "https://a.plant.example/x?y=1", "http://10.1.2.3:8080/",
            "https://HOOK.EXAMPLE.ORG:443", "http://[fd00:1:0:0:0:0:0:9]/x"})
    void allowedHostsMayBeCalled(String url) {
        assertThat(WebhookAddress.of(url, settings(false, "hook.example.org", "*.plant.example", "10.1.2.3:8080",
                "[fd00:1:0:0:0:0:0:9]"))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://other.example.org/", "https://plant.example/", "https://evilplant.example/",
            "http://10.1.2.3/", "http://10.1.2.3:80/", "ftp://hook.example.org/", "https:///x", "hook.example.org",
            "https://user:pass@hook.example.org/", "https://hook.example.org/#x", "https://hook.example.org.evil.org/",
            "https://hook.example.org@evil.org/", "javascript:alert(1)", "https://hook.example.org/ x", "", " ",
            "file:///etc/passwd"})
    void othersMayNot(String url) {
        assertThatThrownBy(() -> WebhookAddress.of(url,
                settings(false, "hook.example.org", "*.plant.example", "10.1.2.3:8080")))
                .isInstanceOf(ApiException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.9.1", "::1", "169.254.1.1", "169.254.169.254", "fe80::1", "0.0.0.0",
            "::",
            "224.0.0.1", "100.100.100.200", "fd00:ec2::254", "::ffff:127.0.0.1"})
    void addressesOfTheMachineItsLinkAndTheCloudMayNotBeCalled(String address) throws UnknownHostException {
        assertThat(WebhookAddress.forbidden(InetAddress.getByName(address), false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "192.168.1.1", "93.184.216.34", "2001:db8::1", "fd00::1"})
    void thoseOfThePlantMay(String address) throws UnknownHostException {
        assertThat(WebhookAddress.forbidden(InetAddress.getByName(address), false)).isFalse();
    }

    @Test
    void theMetadataOfACloudMayNeverBeCalled() throws UnknownHostException {
        assertThat(WebhookAddress.forbidden(InetAddress.getByName("169.254.169.254"), true)).isTrue();
        assertThat(WebhookAddress.forbidden(InetAddress.getByName("127.0.0.1"), true)).isFalse();
        NoticeSettings.Webhook strict = settings(false, "localhost");
        assertThatThrownBy(() -> WebhookAddress.of("http://localhost/", strict).resolve(strict))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("may not be called");
    }

    @Test
    void theTargetIsPathAndQuery() {
        WebhookAddress address = WebhookAddress.of("https://hook.example.org?a=b%20c",
                settings(false, "hook.example.org"));
        assertThat(address.target()).isEqualTo("/?a=b%20c");
        assertThat(address.port()).isEqualTo(443);
        assertThat(address.secure()).isTrue();
    }

    private static NoticeSettings.Webhook settings(boolean local, String... hosts) {
        return new NoticeSettings.Webhook() {
            @Override
            public Optional<List<String>> hosts() {
                return hosts.length == 0 ? Optional.empty() : Optional.of(List.of(hosts));
            }

            @Override
            public boolean local() {
                return local;
            }

            @Override
            public Duration timeout() {
                return Duration.ofSeconds(5);
            }
        };
    }
}
